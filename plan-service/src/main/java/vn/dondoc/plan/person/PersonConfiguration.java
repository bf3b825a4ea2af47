package vn.dondoc.plan.person;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.dondoc.contracts.secret.Secrets;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    @Bean
    PersonalKeys personalKeys(PersonalDataSettings settings, Environment environment) {
        var keys = PersonalKeys.read(settings.keys());
        if (!environment.acceptsProfiles(Profiles.of("local")) && keys.hasOne(Secrets.LOCAL)) {
            throw new IllegalStateException("DONDOC_PERSONAL_DATA_KEYS names a key that was made for a local run");
        }
        return keys;
    }

    @Bean
    CollectionSetup peopleCollection() {
        return CollectionSetup.of(
                StoredPeople.COLLECTION,
                new IndexModel(Indexes.ascending(StoredPeople.LOOK_UPS), new IndexOptions().unique(true).partialFilterExpression(Filters.exists(StoredPeople.LOOK_UPS))),
                new IndexModel(Indexes.ascending("key")));
    }

    @Bean
    CollectionSetup readingsCollection() {
        return CollectionSetup.of(
                Readings.COLLECTION, new IndexModel(Indexes.compoundIndex(Indexes.ascending("people"), Indexes.descending("at"))), new IndexModel(Indexes.ascending("at")));
    }

    @Bean
    AggregateType<Invitation> invitationType() {
        return new AggregateType<>("invitations", Invitation.class);
    }

    @Bean
    Aggregates<Invitation> storedInvitations(AggregateFactory factory, AggregateType<Invitation> invitationType) {
        return factory.of(invitationType);
    }

    @Bean
    CollectionSetup invitationCollection() {
        return CollectionSetup.of(
                "invitations", new IndexModel(Indexes.ascending("links.hash")), new IndexModel(Indexes.ascending("person")),
                new IndexModel(Indexes.ascending("commune", "at")), new IndexModel(Indexes.ascending("province", "at")));
    }

    @Bean
    Rounds peopleRounds(PeopleUpkeep upkeep, StoreReadiness store) {
        return new Rounds("people-upkeep", PAUSE, store, upkeep::round);
    }
}
