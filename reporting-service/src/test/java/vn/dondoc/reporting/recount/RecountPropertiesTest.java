package vn.dondoc.reporting.recount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class RecountPropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RecountProperties.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(strings = {"", "task-service:8082", "http://"})
    void whatIsNoAddressIsNamedByItsVariable(String url) {
        service.withPropertyValues("dondoc.recount.task-url=" + url)
                .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("DONDOC_TASK_URL"));
    }

    @Test
    void patienceHasItsDefaultAndTheAddressNoSlashAtItsEnd() {
        service.withPropertyValues("dondoc.recount.task-url=http://127.0.0.1:8082/").run(context -> {
            var settings = context.getBean(RecountProperties.class);
            assertThat(settings.patience()).hasSeconds(10);
            assertThat(settings.taskUrl()).isEqualTo("http://127.0.0.1:8082");
        });
    }
}
