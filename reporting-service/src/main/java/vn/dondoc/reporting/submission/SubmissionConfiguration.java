package vn.dondoc.reporting.submission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.obligation.Obligations;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

    @Bean
    Views reportViews(Obligations obligations, Facts facts, Directory directory, DomainClock clock) {
        return new Views(obligations, facts, directory, clock);
    }
}
