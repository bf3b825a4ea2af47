package vn.dondoc.notification.intake;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.notification.obligation.PlanTitles;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.store.CollectionSetup;

/** The functions that the topics are bound to. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Consumer<Message<List<Object>>> taskEvents(EventConsumers consumers, Intake intake, Unaddressed unaddressed) {
        return consumers.batches("taskEvents", batch -> unaddressed.keep(intake.take(batch)));
    }

    @Bean
    Consumer<Message<List<Object>>> reportEvents(EventConsumers consumers, Intake intake, Unaddressed unaddressed) {
        return consumers.batches("reportEvents", batch -> unaddressed.keep(intake.take(batch)));
    }

    @Bean
    Consumer<Message<List<Object>>> planEvents(EventConsumers consumers, PlanTitles titles, Directory directory) {
        return consumers.each("planEvents", received -> {
            switch (received.event()) {
                case PlanEvent.PlanPublished(var plan) -> titles.know(plan);
                case PlanEvent.DirectiveIssued(var directive) -> titles.know(directive, directory.nameOf(directive.giver()));
                default -> { }
            }
        });
    }

    @Bean
    CollectionSetup unaddressedCollection() {
        return CollectionSetup.of(Unaddressed.COLLECTION, new IndexModel(Indexes.ascending("at")));
    }
}
