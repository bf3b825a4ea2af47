package vn.dondoc.notification.people;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class PeoplePropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PeopleProperties.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(strings = {"", "plan.example", "ftp://plan.example"})
    void what_is_no_address_is_named_by_its_variable(String url) {
        service.withPropertyValues("dondoc.people.plan-url=" + url)
                .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("DONDOC_PLAN_URL"));
    }

    @Test
    void an_address_is_taken() {
        service.withPropertyValues("dondoc.people.plan-url=http://plan.example")
                .run(context -> assertThat(context.getBean(PeopleProperties.class).planUrl()).isEqualTo("http://plan.example"));
    }
}
