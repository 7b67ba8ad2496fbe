package dev.sealpost.access;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One operation of the API and the scope it takes. The pattern also stands for the path where a path must not be told. */
record AccessRule(HttpMethod method, PathPattern pattern, Scope scope) {

    static AccessRule of(HttpMethod method, String pattern, Scope scope) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(pattern), scope);
    }

    boolean hasPath(PathContainer path) {
        return pattern.matches(path);
    }

    boolean hasMethod(HttpMethod wanted) {
        return method.equals(wanted) || method.equals(HttpMethod.GET) && wanted.equals(HttpMethod.HEAD);
    }
}
