package vn.dondoc.notification.channel;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationPropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NotificationProperties.class)
    static class Settings {}

    @Test
    void what_is_missing_is_named_by_its_variable() {
        service.withPropertyValues(
                        "dondoc.notification.smtp-url=", "dondoc.notification.mail-from=nobody", "dondoc.notification.console-url=")
                .run(context -> assertThat(context.getStartupFailure()).rootCause()
                        .hasMessageContainingAll("SMTP_URL", "DONDOC_MAIL_FROM", "DONDOC_CONSOLE_URL"));
    }

    @Test
    void a_digest_begins_in_the_mailbox_and_goes_to_no_other_system() {
        for (var channels : List.of("zalo,email", "email,webhook", "")) {
            service.withPropertyValues(
                            "dondoc.notification.smtp-url=smtp://127.0.0.1:25", "dondoc.notification.mail-from=a@b.example",
                            "dondoc.notification.console-url=https://dondoc.example/", "dondoc.notification.digests.channels=" + channels)
                    .run(context -> assertThat(context.getStartupFailure()).as(channels).rootCause().hasMessageContaining("DONDOC_DIGEST_CHANNELS"));
        }
    }

    @Test
    void patience_has_its_defaults_and_links_one_slash() {
        service.withPropertyValues(
                        "dondoc.notification.smtp-url=smtp://127.0.0.1:25", "dondoc.notification.mail-from=a@b.example",
                        "dondoc.notification.console-url=https://dondoc.example/")
                .run(context -> {
                    var settings = context.getBean(NotificationProperties.class);
                    assertThat(settings.retry().first()).hasSeconds(30);
                    assertThat(settings.retry().longest()).hasHours(1);
                    assertThat(settings.retry().giveUpAfter()).hasDays(1);
                    assertThat(settings.link("/tasks/t1")).isEqualTo("https://dondoc.example/tasks/t1");
                });
    }
}
