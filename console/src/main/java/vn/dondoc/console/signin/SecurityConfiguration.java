package vn.dondoc.console.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import vn.dondoc.console.settings.ConsoleSettings;

/** Which calls need whom: programs with a bearer header, people with a session, scripts of a local run with its secret. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The services judge bearer tokens; here only cookie sessions are known, and these need CSRF tokens for writing. */
    @Bean
    @Order(1)
    SecurityFilterChain interfaces(HttpSecurity http, ApiRefusal refusal) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.anyRequest()
                        .access((user, call) -> new AuthorizationDecision(
                                Bearer.orSetupIsIn(call.getRequest()) || (user.get() != null && user.get().getPrincipal() instanceof SignedIn))))
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        .requireCsrfProtectionMatcher(call -> Bearer.isWriting(call) && !Bearer.orSetupIsIn(call)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .build();
    }

    /** Nothing of a session: key set, health, metrics for whoever has their token, and what a secret guards, be it in the address. */
    @Bean
    @Order(2)
    SecurityFilterChain machines(HttpSecurity http, ConsoleSettings settings) throws Exception {
        return http.securityMatcher("/oauth2/jwks", "/oauth2/token", "/oauth2/back-channel-logout", "/actuator/**", "/calendar/*.ics", "/local/clock", "/local/tokens", "/local/sms")
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator/**")
                        .access((_, call) -> new AuthorizationDecision(settings.metrics().opens(call.getRequest()::getHeader)))
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, PageRefusal refusal, ConsoleSettings settings, ObjectProvider<SignInWay> ways) throws Exception {
        var remembered = new HttpSessionRequestCache();
        var get = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/**");
        var live = PathPatternRequestMatcher.pathPattern("/live/**");
        remembered.setRequestMatcher(new AndRequestMatcher(get, new NegatedRequestMatcher(live), call -> call.getHeader("HX-Request") == null));
        if (settings.isLocal()) {
            http.formLogin(form -> form.loginPage("/sign-in").usernameParameter("account").defaultSuccessUrl("/").failureHandler(wrongTry()));
        }
        for (var way : ways) {
            way.open(http);
        }
        return http.authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/sign-in", "/sign-in/**", "/invitation/**", "/language", "/assets/**", "/webjars/**", "/favicon.ico", "/error")
                        .permitAll()
                        .requestMatchers("/setup")
                        .permitAll()
                        .requestMatchers("/openapi.yaml", "/asyncapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in").deleteCookies("dondoc-session"))
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
                .requestCache(cache -> cache.requestCache(remembered))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.disable())
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    private static AuthenticationFailureHandler wrongTry() {
        return (request, response, refused) -> {
            var why = refused instanceof LockedException ? "locked" : "wrong";
            request.getSession().setAttribute(SignInController.TYPED, request.getParameter("account"));
            response.sendRedirect(request.getContextPath() + "/sign-in?error=" + why);
        };
    }
}
