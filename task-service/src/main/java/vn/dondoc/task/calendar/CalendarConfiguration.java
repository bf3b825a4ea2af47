package vn.dondoc.task.calendar;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.store.CollectionSetup;

/** What is kept of calendar keys. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    CalendarKeys calendarKeys(MongoTemplate mongo) {
        return new CalendarKeys(mongo);
    }

    @Bean
    CollectionSetup calendarKeyCollection() {
        return CollectionSetup.of(
                CalendarKeys.COLLECTION,
                new IndexModel(Indexes.ascending(CalendarKeys.HASH), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending(CalendarKeys.PERSON)));
    }
}
