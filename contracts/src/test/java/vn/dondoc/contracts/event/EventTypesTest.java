package vn.dondoc.contracts.event;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventTypesTest {

    @Test
    void allTypesComeInTheOrderOfTheirNames() {
        assertThat(List.copyOf(EventTypes.all().keySet())).hasSize(87).isSorted();
    }

    @Test
    void aTypeIsFoundByItsNameOnTheWire() {
        EventTypes.all().forEach((name, type) -> {
            assertThat(EventTypes.nameOf(type)).isEqualTo(name);
            assertThat(EventTypes.named(name)).contains(type);
        });
    }

    @Test
    void aTypeOfALaterVersionIsNotKnown() {
        assertThat(EventTypes.named("TaskDreamtOf")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UnitRegistered, ORGANISATION_EVENT", "CalendarChanged, ORGANISATION_EVENT", "PlanPublished, PLAN", "ReportingScheduled, PLAN",
        "TaskAssigned, TASK", "TaskCompleted, TASK", "ReportRequested, REPORT", "TargetMeasured, REPORT",
        "NotificationRead, NOTIFICATION"
    })
    void aTypeTravelsOnTheTopicOfItsFamily(String name, Topic topic) {
        assertThat(EventTypes.topicOf(EventTypes.named(name).orElseThrow())).isEqualTo(topic);
    }

    @Test
    void topicsHaveNamesOfTheirOwn() {
        assertThat(Stream.of(Topic.values()).map(Topic::topicName)).doesNotHaveDuplicates().allMatch(name -> name.startsWith("dondoc."));
        assertThat(Topic.deadLetters("task-service")).isEqualTo("dondoc.dead-letters.task-service");
    }

    @Test
    void onlyNotificationsAreForgottenAndOnlyPresentStateIsCompacted() {
        assertThat(Stream.of(Topic.values()).filter(topic -> topic.retention().isPresent())).containsExactly(Topic.NOTIFICATION);
        assertThat(Stream.of(Topic.values()).filter(Topic::compacted)).containsExactly(Topic.ORGANISATION);
    }
}
