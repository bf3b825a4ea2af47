package vn.dondoc.reporting;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.testing.DescribedCalls;

import static org.assertj.core.api.Assertions.assertThat;

class DescribedCallsTest extends ServiceTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void theCallsAreThoseThatAreDescribed() {
        assertThat(DescribedCalls.takenBy(mapping)).isEqualTo(DescribedCalls.of("reporting"));
    }
}
