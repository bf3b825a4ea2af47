package vn.dondoc.console.token;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import vn.dondoc.console.settings.ConsoleSettings;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    SigningKey signingKey(ConsoleSettings settings) {
        return SigningKey.at(settings.signingKey(), settings.isLocal());
    }

    @Bean
    TokenIssuer tokenIssuer(SigningKey key, ConsoleSettings settings, Clock systemClock) {
        return new TokenIssuer(new NimbusJwtEncoder(new ImmutableJWKSet<>(key.whole())), key.id(), settings.issuer(), systemClock);
    }
}
