package vn.dondoc.console.signin;

import java.time.Duration;
import org.mongodb.spring.session.AbstractMongoSessionConverter;
import org.mongodb.spring.session.config.annotation.web.http.EnableMongoHttpSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import vn.dondoc.console.settings.ConsoleSettings;

/** Sessions lie in the database, so a restart signs nobody out and any instance can answer. */
@Configuration(proxyBeanMethods = false)
@EnableMongoHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.EIGHT_HOURS, collectionName = "sessions")
class SessionConfiguration {

    static final int EIGHT_HOURS = 8 * 3600;

    @Bean
    AbstractMongoSessionConverter sessionConverter() {
        return new PatientSessionConverter(Duration.ofSeconds(EIGHT_HOURS));
    }

    @Bean
    CookieSerializer cookieSerializer(ConsoleSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("dondoc-session");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        if (!settings.isLocal()) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }
}
