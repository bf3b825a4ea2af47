package vn.dondoc.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A real OpenID Connect provider, in a package that the console does not look through: Spring Authorization Server with some accounts, their password {@code password}. */
public final class TestProvider {

    private static final int PORT = freePort();
    public static final String ISSUER = "http://127.0.0.1:" + PORT;
    public static final String CLIENT = "dondoc-console";
    public static final String SECRET = "local-secret-of-the-console";

    /** Claims beside the account's name, by account. */
    public static final Map<String, Map<String, Object>> ACCOUNTS = Map.of(
            "lan", Map.of("name", "Trần Thị Lan", "email", "lan@xa.example", "email_verified", true),
            "unverified", Map.of("name", "Ai Đó", "email", "lan@xa.example", "email_verified", false),
            "phone", Map.of("name", "Bùi Văn Thôn", "phone_number", "+84912345678", "phone_number_verified", true),
            "stranger", Map.of("name", "Người Lạ", "email", "stranger@elsewhere.example", "email_verified", true));

    private static final RSAKey KEY = key();
    private static boolean started;

    private TestProvider() {}

    /**
     * Starts it once.
     *
     * @param console origin of the console that it knows
     * @param told what the console was told, since its settings are read here too
     */
    public static synchronized void start(String console, Map<String, Object> told) {
        if (!started) {
            var settings = new HashMap<>(told);
            settings.put("server.port", PORT);
            settings.put("server.servlet.session.cookie.name", "provider-session");
            settings.put("test.console", console);
            var arguments = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new);
            new SpringApplication(Doors.class).run(arguments);
            started = true;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** A token by which this provider says that somebody signed out, with other claims than the usual where they are named. */
    public static String logoutToken(String subject, Map<String, Object> otherwise) {
        return logoutToken(KEY, subject, otherwise);
    }

    public static String logoutToken(RSAKey key, String subject, Map<String, Object> otherwise) {
        var now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder().issuer(ISSUER).subject(subject).audience(CLIENT).jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(120)))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        otherwise.forEach((name, value) -> claims.claim(name, value instanceof Instant at ? Date.from(at) : value));
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("logout+jwt")).keyID(key.getKeyID()).build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("provider-key").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The provider without what the console has around it. */
    @SpringBootConfiguration
    @EnableWebSecurity
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class})
    static class Doors {

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                    .exceptionHandling(handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain form(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(calls -> calls.anyRequest().authenticated()).formLogin(Customizer.withDefaults()).build();
        }

        @Bean
        UserDetailsService accounts() {
            return new InMemoryUserDetailsManager(ACCOUNTS.keySet().stream()
                    .map(account -> User.withUsername(account).password("{noop}password").authorities("user").build()).toList());
        }

        @Bean
        RegisteredClientRepository clients(Environment environment) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("console").clientId(CLIENT).clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(environment.getRequiredProperty("test.console") + "/sign-in/returned/provider")
                    .scope("openid").scope("profile").scope("email")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(KEY));
        }

        @Bean
        JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().issuer(ISSUER).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> context.getClaims().claims(all -> all.putAll(ACCOUNTS.getOrDefault(context.getPrincipal().getName(), Map.of())));
        }
    }
}
