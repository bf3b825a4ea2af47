package vn.dondoc.reporting.merger;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.merger.MergerIntake;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.process.ProcessRunner;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.rule.Rules;

/** What this service takes from {@code dondoc.organisation-event}. */
@Configuration(proxyBeanMethods = false)
class MergerConfiguration {

    @Bean
    MergedReports mergedReports(Rules rules, Obligations obligations, Targets targets) {
        return new MergedReports(rules, obligations, targets);
    }

    @Bean
    Consumer<Message<List<Object>>> organisationEvents(
            EventConsumers consumers, Mergers mergers, Processes processes, ProcessRunner runner, MergedReports kind) {
        return consumers.each("organisationEvents", new MergerIntake(mergers, processes, runner, kind)::take);
    }
}
