package dev.sealpost.whatsapp.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.access.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Turns callers away from the webhook, the handshake included, before anything of theirs is read. */
@Component
class CallerGate implements HandlerInterceptor, WebMvcConfigurer {

    private final CallerCheck check;
    private final Refusals refusals;
    private final ObjectMapper json;

    CallerGate(CallerCheck check, Refusals refusals, ObjectMapper json) {
        this.check = check;
        this.refusals = refusals;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Refusal> refusal = isWebhook(handler) ? check.refuse(request) : Optional.empty();
        if (refusal.isPresent()) {
            refuse(refusal.get(), response);
        }
        return refusal.isEmpty();
    }

    /** By the handler and not by its path, so that no way of writing the path leads around it. */
    private static boolean isWebhook(Object handler) {
        return handler instanceof HandlerMethod method && method.getBeanType() == WebhookController.class;
    }

    private void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        refusals.note(refusal);
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(Problem.of(refusal.status(), refusal.word(), refusal.detail())));
    }
}
