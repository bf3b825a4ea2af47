package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

class ChangedTimekeepingTest extends ServiceTest {

    @Autowired
    private ChangedTimekeeping changed;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void theReportsThatAreOpenFollowTheSettingsOfTheirCommune() {
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte");
        soon().until(() -> stored("xa1.kinhte") != null);
        var before = next("xa1.kinhte");
        var settings = new SettingsState(unit("xa1"), null, List.of(2), List.of(), null, null, null, null);
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + unit("xa1"), "SettingsState", "settings/" + unit("xa1"), 1, now(), EventJson.mapper().writeValueAsBytes(settings));

        soon().untilAsserted(() -> {
            changed.round();
            assertThat(next("xa1.kinhte")).isAfter(before);
        });
        var left = ChronoUnit.DAYS.between(LocalDate.ofInstant(next("xa1.kinhte").toInstant(), DomainClock.ZONE), LocalDate.parse(
                get("/api/reports/obligations?mine=true", economyHead()).json().path("items").get(0).path("lastDay").asString()));
        assertThat(left).isEqualTo(2);
    }

    private Date next(String unit) {
        return Objects.requireNonNull(stored(unit)).getDate("nextBoundaryAt");
    }

    private @Nullable Document stored(String unit) {
        return mongo.getCollection(Obligations.COLLECTION).find(new Document("unit", unit(unit).value())).first();
    }
}
