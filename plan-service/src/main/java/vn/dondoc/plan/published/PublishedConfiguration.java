package vn.dondoc.plan.published;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.sweep.Sweep;

@Configuration(proxyBeanMethods = false)
class PublishedConfiguration {

    @Bean
    AggregateType<Plan> planType() {
        return new AggregateType<>("plans", Plan.class);
    }

    @Bean
    Aggregates<Plan> plans(AggregateFactory factory, AggregateType<Plan> planType) {
        return factory.of(planType);
    }

    @Bean
    CollectionSetup planCollection() {
        return CollectionSetup.of(
                "plans",
                new IndexModel(Indexes.ascending("commune", "tokens")),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("province"), Indexes.descending("publishedOn"))),
                new IndexModel(Indexes.ascending("province", "lineage.numberKey")),
                new IndexModel(Indexes.ascending("commune", "lineage.numberKey")),
                new IndexModel(
                        Indexes.ascending(Sweep.BOUNDARY), new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))),
                new IndexModel(Indexes.ascending("units")));
    }

    @Bean
    AggregateType<PlannedTask> plannedTaskType() {
        return new AggregateType<>("plannedTasks", PlannedTask.class);
    }

    @Bean
    Aggregates<PlannedTask> plannedTasks(AggregateFactory factory, AggregateType<PlannedTask> plannedTaskType) {
        return factory.of(plannedTaskType);
    }

    @Bean
    CollectionSetup plannedTaskCollection() {
        return CollectionSetup.of("plannedTasks", new IndexModel(Indexes.ascending("plan", "order")));
    }

    @Bean
    AggregateType<PlannedTarget> plannedTargetType() {
        return new AggregateType<>("plannedTargets", PlannedTarget.class);
    }

    @Bean
    Aggregates<PlannedTarget> plannedTargets(AggregateFactory factory, AggregateType<PlannedTarget> plannedTargetType) {
        return factory.of(plannedTargetType);
    }

    @Bean
    CollectionSetup plannedTargetCollection() {
        return CollectionSetup.of("plannedTargets", new IndexModel(Indexes.ascending("plan", "order")));
    }

    @Bean
    AggregateType<ReportingRule> reportingRuleType() {
        return new AggregateType<>("reportingRules", ReportingRule.class);
    }

    @Bean
    Aggregates<ReportingRule> reportingRules(AggregateFactory factory, AggregateType<ReportingRule> reportingRuleType) {
        return factory.of(reportingRuleType);
    }

    @Bean
    CollectionSetup reportingRuleCollection() {
        return CollectionSetup.of("reportingRules", new IndexModel(Indexes.ascending("plan")));
    }
}
