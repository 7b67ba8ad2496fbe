package dev.sealpost.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** The members of a problem for errors on the management port, whose error page is Spring Boot's. */
@Component
class ProblemAttributes extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Object code = super.getErrorAttributes(request, options).get("status");
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        Problem problem = StatusProblems.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("type", problem.type());
        attributes.put("title", problem.title());
        attributes.put("status", problem.status());
        attributes.put("detail", problem.detail());
        return attributes;
    }
}
