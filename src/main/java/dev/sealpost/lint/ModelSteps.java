package dev.sealpost.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.DisabledAwareDefinition;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.language.ExpressionDefinition;

/** Reads the steps of a route of Camel's model. */
final class ModelSteps {

    private final Place route;

    ModelSteps(Place route) {
        this.route = route;
    }

    List<Element> read(List<ProcessorDefinition<?>> steps) {
        return steps.stream().map(this::element).toList();
    }

    private Element element(ProcessorDefinition<?> step) {
        Place at = ModelFlow.place(step, route);
        if (step instanceof ToDefinition to) {
            return Element.of("to", at, endpoint(to.getEndpointUri(), at), toSettings(to, at));
        }
        if (step instanceof LogDefinition log) {
            return Element.of("log", at, null, logSettings(log, at));
        }
        if (step instanceof ChoiceDefinition choice) {
            return choice(choice, at);
        }
        if (step instanceof FilterDefinition filter) {
            Expression expression = expression(filter.getExpression(), at);
            List<List<Element>> ways = List.of(read(filter.getOutputs()));
            return new Element("filter", at, null, disabled(filter, at), List.of(expression), ways, true);
        }
        return other(step, at);
    }

    private Element other(ProcessorDefinition<?> step, Place at) {
        List<Element> within = read(step.getOutputs());
        List<List<Element>> ways = within.isEmpty() ? List.of() : List.of(within);
        return new Element(step.getShortName(), at, endpoint(uri(step), at), List.of(), List.of(), ways, false);
    }

    private Element choice(ChoiceDefinition choice, Place at) {
        List<List<Element>> ways = new ArrayList<>();
        List<Setting> settings = new ArrayList<>(disabled(choice, at));
        choice.getWhenClauses().forEach(when -> {
            ways.add(read(when.getOutputs()));
            settings.addAll(disabled(when, at));
        });
        Optional.ofNullable(choice.getOtherwise()).ifPresent(otherwise -> {
            ways.add(read(otherwise.getOutputs()));
            settings.addAll(disabled(otherwise, at));
        });
        present(settings, "precondition", choice.getPrecondition(), at);
        List<Expression> expressions = choice.getWhenClauses().stream()
                .map(when -> expression(when.getExpression(), at))
                .toList();
        return new Element("choice", at, null, settings, expressions, ways, choice.getOtherwise() == null);
    }

    private static String uri(ProcessorDefinition<?> step) {
        if (step instanceof ToDynamicDefinition dynamic) {
            return dynamic.getUri();
        }
        return step instanceof SendDefinition<?> send ? send.getEndpointUri() : null;
    }

    private static Endpoint endpoint(String uri, Place at) {
        return uri == null ? null : Endpoint.of(uri, at, List.of());
    }

    /** An expression of Java code has no language. */
    private static Expression expression(ExpressionDefinition expression, Place at) {
        String language = expression == null ? null : expression.getLanguage();
        return new Expression(
                Objects.requireNonNullElse(language, ""), at, expression == null ? null : expression.getExpression());
    }

    private static List<Setting> toSettings(ToDefinition to, Place at) {
        List<Setting> settings = new ArrayList<>(disabled(to, at));
        present(settings, "pattern", to.getPattern(), at);
        present(settings, "variableSend", to.getVariableSend(), at);
        present(settings, "variableReceive", to.getVariableReceive(), at);
        return settings;
    }

    private static List<Setting> logSettings(LogDefinition log, Place at) {
        List<Setting> settings = new ArrayList<>(disabled(log, at));
        settings.add(new Setting("message", at, log.getMessage(), at));
        present(settings, "logger", log.getLogger(), at);
        present(settings, "logLanguage", log.getLogLanguage(), at);
        if (log.getLoggerBean() != null) {
            settings.add(new Setting("logger", at, "", at));
        }
        return settings;
    }

    private static List<Setting> disabled(DisabledAwareDefinition step, Place at) {
        return Stream.ofNullable(step.getDisabled())
                .map(value -> new Setting("disabled", at, value, at))
                .toList();
    }

    private static void present(List<Setting> settings, String name, String value, Place at) {
        if (value != null) {
            settings.add(new Setting(name, at, value, at));
        }
    }
}
