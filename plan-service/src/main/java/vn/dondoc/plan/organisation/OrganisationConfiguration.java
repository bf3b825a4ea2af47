package vn.dondoc.plan.organisation;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

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
        return CollectionSetup.of("positions", new IndexModel(Indexes.ascending("role")), new IndexModel(Indexes.ascending("unit")));
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
