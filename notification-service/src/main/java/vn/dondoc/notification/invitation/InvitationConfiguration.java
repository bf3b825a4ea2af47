package vn.dondoc.notification.invitation;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.contracts.event.PersonEvent;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    Consumer<Message<List<Object>>> personEvents(EventConsumers consumers, InvitationQueue queue) {
        return consumers.each("personEvents", Set.of(PersonEvent.PersonInvited.class), received -> {
            if (received.event() instanceof PersonEvent.PersonInvited invited) {
                queue.add(received.id(), invited.invitation());
            }
        });
    }

    @Bean
    Rounds invitationRounds(InvitationCourier courier, StoreReadiness store) {
        return new Rounds("invitations", PAUSE, store, courier::round);
    }

    @Bean
    CollectionSetup invitationCollection() {
        return CollectionSetup.of(InvitationQueue.COLLECTION, new IndexModel(Indexes.ascending(InvitationQueue.NEXT), new IndexOptions().sparse(true)));
    }
}
