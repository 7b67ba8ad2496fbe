package dev.sealpost.access;

import dev.sealpost.places.PatienceSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The three ways in: the management port, what is public by design, and everything else, which takes an API key. */
@EnableConfigurationProperties(PatienceSettings.class)
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SecurityChains {
    static final String[] PUBLIC = {"/webhooks/whatsapp", "/privacy/**", "/inbox/**", "/api/openapi.json"};
    private static final String FOR_DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String FOR_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
    private static final String FOR_THE_CONSOLE = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain managementSecurity(
            HttpSecurity http,
            AdminLogin login,
            ManagementDenials denied,
            FailureThrottle throttle,
            Denials denials,
            ProblemWriter writer)
            throws Exception {
        return stateless(http, FOR_THE_CONSOLE)
                .securityMatcher(new ManagementRequests())
                .authenticationProvider(login)
                .httpBasic(basic -> basic.authenticationEntryPoint(denied))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(denied))
                .addFilterBefore(new SameOriginFilter(writer), BasicAuthenticationFilter.class)
                .addFilterBefore(new GuessingBrake(throttle, denials), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicSecurity(HttpSecurity http) throws Exception {
        return stateless(http, FOR_PAGES)
                .securityMatcher(PUBLIC)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ApiKeys keys,
            Denials denials,
            ApiDenials denied,
            AccessSettings settings,
            PatienceSettings patience,
            ProblemWriter writer)
            throws Exception {
        return stateless(http, FOR_DATA)
                .addFilterBefore(new BearerFilter(keys, denials), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new BodyLimitFilter(settings, patience, writer), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(denied).accessDeniedHandler(denied))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(AccessRules::decide))
                .build();
    }

    /** An observation of each filter of each request costs more than the filters do; the request itself is still observed. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler malformedRequests(ProblemWriter writer) {
        Problem problem = Problem.of(HttpStatus.BAD_REQUEST, "malformed", "The request line or a header is malformed.");
        return (request, response, rejected) -> writer.write(response, problem);
    }

    /** No session, no form, and so no token against forged forms: nothing but a header or the login lets anyone in. */
    private static HttpSecurity stateless(HttpSecurity http, String contentSecurityPolicy) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
