package vn.dondoc.plan.organisation;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.sheet.WaitingFiles;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

    private static final String IMPORT_FILES = "importFiles";

    @Bean
    AggregateType<Unit> unitType() {
        return new AggregateType<>("units", Unit.class);
    }

    @Bean
    Aggregates<Unit> units(AggregateFactory factory, AggregateType<Unit> unitType) {
        return factory.of(unitType);
    }

    @Bean
    CollectionSetup unitCollection() {
        return CollectionSetup.of(
                "units",
                new IndexModel(Indexes.ascending("province", "name")),
                new IndexModel(Indexes.ascending("commune", "tokens")));
    }

    @Bean
    AggregateType<Position> positionType() {
        return new AggregateType<>("positions", Position.class);
    }

    @Bean
    Aggregates<Position> positions(AggregateFactory factory, AggregateType<Position> positionType) {
        return factory.of(positionType);
    }

    @Bean
    CollectionSetup positionCollection() {
        return CollectionSetup.of(
                "positions", new IndexModel(Indexes.ascending("role")), new IndexModel(Indexes.ascending("unit")), new IndexModel(Indexes.ascending("holder")));
    }

    @Bean
    AggregateType<Body> bodyType() {
        return new AggregateType<>("bodies", Body.class);
    }

    @Bean
    Aggregates<Body> bodies(AggregateFactory factory, AggregateType<Body> bodyType) {
        return factory.of(bodyType);
    }

    @Bean
    CollectionSetup bodyCollection() {
        return CollectionSetup.of("bodies", new IndexModel(Indexes.ascending("province", "commune")), new IndexModel(Indexes.ascending("members.position")));
    }

    @Bean
    CollectionSetup importFileCollection() {
        return WaitingFiles.setup(IMPORT_FILES);
    }

    @Bean
    WaitingFiles importFiles(MongoTemplate mongo, Clock systemClock) {
        return new WaitingFiles(mongo, IMPORT_FILES, systemClock);
    }

    @Bean
    CollectionSetup setupCollection() {
        return CollectionSetup.of(SetupToken.COLLECTION);
    }

    @Bean
    AggregateType<UnitChange> unitChangeType() {
        return new AggregateType<>("unitChanges", UnitChange.class);
    }

    @Bean
    Aggregates<UnitChange> changesOfUnits(AggregateFactory factory, AggregateType<UnitChange> unitChangeType) {
        return factory.of(unitChangeType);
    }

    @Bean
    CollectionSetup unitChangeCollection() {
        return CollectionSetup.of("unitChanges", new IndexModel(Indexes.ascending("unit")));
    }

    @Bean
    Sweep<UnitChange> unitChangeSweep(
            Aggregates<UnitChange> changes, UnitChanges plans, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("unit-changes", changes, plans::goneOnWith, clock, store, registry);
    }

    @Bean
    AggregateType<YearCalendar> calendarType() {
        return new AggregateType<>("calendars", YearCalendar.class);
    }

    @Bean
    Aggregates<YearCalendar> calendars(AggregateFactory factory, AggregateType<YearCalendar> calendarType) {
        return factory.of(calendarType);
    }

    @Bean
    CollectionSetup calendarCollection() {
        return CollectionSetup.of("calendars", new IndexModel(Indexes.ascending("province")));
    }

    @Bean
    AggregateType<UnitSettings> settingsType() {
        return new AggregateType<>("settings", UnitSettings.class);
    }

    @Bean
    Aggregates<UnitSettings> unitSettings(AggregateFactory factory, AggregateType<UnitSettings> settingsType) {
        return factory.of(settingsType);
    }

    @Bean
    CollectionSetup settingsCollection() {
        return CollectionSetup.of("settings");
    }
}
