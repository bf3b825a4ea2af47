package vn.dondoc.notification.delivery;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "20000";

    @Bean
    CollectionSetup deliveryCollection() {
        return CollectionSetup.of(
                DeliveryQueue.COLLECTION, new IndexModel(Indexes.ascending(DeliveryQueue.RANK, DeliveryQueue.NEXT)));
    }

    @Bean
    JavaMailSender mailSender(NotificationProperties properties) {
        return senderTo(SmtpUrl.parse(properties.smtpUrl()));
    }

    @Bean
    MailChannel mailChannel(JavaMailSender mailSender, NotificationProperties properties) {
        return new MailChannel(mailSender, properties.mailFrom());
    }

    @Bean
    Patience mailPatience(NotificationProperties properties) {
        var retry = properties.retry();
        return new Patience(retry.first(), retry.longest(), retry.giveUpAfter());
    }

    static JavaMailSender senderTo(SmtpUrl server) {
        var sender = new JavaMailSenderImpl();
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
        settings.setProperty(prefix + "starttls.enable", "true");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        return sender;
    }
}
