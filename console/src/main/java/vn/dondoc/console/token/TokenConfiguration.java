package vn.dondoc.console.token;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import vn.dondoc.console.settings.ConsoleSettings;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TokenConfiguration {

    @Bean
    SigningKeys signingKeys(ConsoleSettings settings, Clock systemClock) {
        return new SigningKeys(KeyFile.at(settings.signingKey(), settings.isLocal(), systemClock), systemClock);
    }

    @Bean
    TokenIssuer tokenIssuer(SigningKeys keys, ConsoleSettings settings, Clock systemClock) {
        var encoder = new NimbusJwtEncoder((selector, _) -> selector.select(keys.whole()));
        return new TokenIssuer(encoder, () -> keys.signing().getKeyID(), settings.issuer(), systemClock);
    }

    @Bean
    KeyRenewal keyRenewal(SigningKeys keys, ConsoleSettings settings) {
        return new KeyRenewal(keys, settings.signingKeyLife());
    }
}
