package vn.dondoc.plan;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.testing.DescribedCalls;

import static org.assertj.core.api.Assertions.assertThat;

class DescribedCallsTest extends PlanServiceTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void the_calls_taken_are_the_calls_described() {
        assertThat(DescribedCalls.takenBy(mapping)).isEqualTo(DescribedCalls.of("plan"));
    }
}
