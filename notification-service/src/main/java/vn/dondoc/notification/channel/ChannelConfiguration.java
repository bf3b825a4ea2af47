package vn.dondoc.notification.channel;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    private static final Duration FOLLOWERS_PAUSE = Duration.ofMinutes(1);
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "20000";

    @Bean(destroyMethod = "closeIdle")
    KeptConnections mailSender(NotificationProperties properties) {
        return senderTo(SmtpUrl.parse(properties.smtpUrl()));
    }

    @Bean
    MailChannel mailChannel(JavaMailSender mailSender, NotificationProperties properties) {
        return new MailChannel(mailSender, properties.mailFrom());
    }

    @Bean
    CollectionSetup channelCollection() {
        return CollectionSetup.of(Circuits.COLLECTION);
    }

    @Bean
    CollectionSetup channelRateCollection() {
        return CollectionSetup.of(Rates.COLLECTION);
    }

    @Bean
    CollectionSetup providerTokenCollection() {
        return CollectionSetup.of(ZaloTokens.COLLECTION);
    }

    @Bean
    CollectionSetup zaloFollowerCollection() {
        return CollectionSetup.of(ZaloFollowers.COLLECTION);
    }

    @Bean
    Rounds zaloFollowerRounds(ZaloFollowers followers, StoreReadiness store) {
        return new Rounds("zalo-followers", FOLLOWERS_PAUSE, store, followers::round);
    }

    static KeptConnections senderTo(SmtpUrl server) {
        var sender = new KeptConnections();
        var protocol = server.secure() ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setUsername(server.user());
        sender.setPassword(server.password());
        sender.setDefaultEncoding("UTF-8");
        var settings = sender.getJavaMailProperties();
        var prefix = "mail." + protocol + ".";
        settings.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        settings.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        settings.setProperty(prefix + "timeout", ANSWER_MILLIS);
        settings.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        settings.put(prefix + "socketFactory", new UndelayedSockets());
        settings.setProperty(prefix + "socketFactory.fallback", "false");
        settings.setProperty(prefix + "starttls.enable", "true");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        return sender;
    }
}
