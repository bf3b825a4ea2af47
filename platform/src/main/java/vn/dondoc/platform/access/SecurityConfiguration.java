package vn.dondoc.platform.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.secret.MetricsToken;
import vn.dondoc.platform.DondocProperties;
import vn.dondoc.platform.problem.Problems;

/** Bearer tokens for everything but health; a token names its subject only. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    static final String AUDIENCE = "dondoc";

    @Bean
    SecurityFilterChain services(HttpSecurity http, Problems problems, DondocProperties properties, Environment environment) {
        var metrics = new MetricsToken(properties.metricsToken(), environment.acceptsProfiles(Profiles.of("local")));
        AuthenticationEntryPoint entry = (request, response, refused) -> {
            if (refused instanceof AuthenticationServiceException) {
                response.setHeader("Retry-After", "5");
                write(problems, 503, "UNAVAILABLE", request.getLocale(), response);
            } else {
                write(problems, 401, "NOT_SIGNED_IN", request.getLocale(), response);
            }
        };
        AccessDeniedHandler denied = (request, response, _) -> write(problems, 403, "FORBIDDEN", request.getLocale(), response);
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .servletApi(servlet -> servlet.disable())
                // No session, and none of the filters that look after one
                .sessionManagement(session -> session.disable())
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health", "/actuator/health/**", "/local/**", "/error").permitAll()
                        .requestMatchers("/actuator/prometheus").access((_, call) -> new AuthorizationDecision(metrics.opens(call.getRequest()::getHeader)))
                        .requestMatchers("/api/organisation/import", "/api/organisation/setup").permitAll()
                        // the key in the address is the proof; its handler checks it
                        .requestMatchers(HttpMethod.GET, "/api/calendar/*.ics").permitAll()
                        .requestMatchers("/api/**").authenticated()
                        .anyRequest().denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).bearerTokenResolver(new HeaderToken()).authenticationEntryPoint(entry).accessDeniedHandler(denied)
                        .withObjectPostProcessor(keySetAway(entry)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(entry).accessDeniedHandler(denied))
                .build();
    }

    /** An observation around each filter of the chain was one sample in twelve of a call; calls as a whole are still observed. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    HttpFirewall firewall() {
        var strict = new StrictHttpFirewall();
        strict.setAllowedHeaderNames(HeaderText::isName);
        strict.setAllowedHeaderValues(HeaderText::isValue);
        return strict;
    }

    @Bean
    JwtDecoder jwtDecoder(DondocProperties properties) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(properties.jwksUri()).build();
        var audience = new JwtClaimValidator<List<String>>("aud", given -> given != null && given.contains(AUDIENCE));
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return new RememberedTokens(decoder, new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.issuer()), audience), System::nanoTime);
    }

    /** The filter throws what it takes for a fault of ours, such as a key set that cannot be fetched; that too is an answer. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> keySetAway(AuthenticationEntryPoint entry) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                var answer = new AuthenticationEntryPointFailureHandler(entry);
                answer.setRethrowAuthenticationServiceException(false);
                filter.setAuthenticationFailureHandler(answer);
                return filter;
            }
        };
    }

    private static void write(
            Problems problems, int status, String code, Locale locale, jakarta.servlet.http.HttpServletResponse response)
            throws java.io.IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body = problems.of(status, code, List.of(), Objects.requireNonNull(locale));
        response.getOutputStream().write(EventJson.mapper().writeValueAsBytes(body));
    }
}
