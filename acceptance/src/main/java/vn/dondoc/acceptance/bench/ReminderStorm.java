package vn.dondoc.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.testing.RealBroker;

/** An invented province of villages, and events of their tasks as task-service would send them. */
final class ReminderStorm implements AutoCloseable {

    private static final int VILLAGES_IN_A_COMMUNE = 60;
    private static final String TITLE = "Rà soát, chuẩn hóa và cập nhật dữ liệu hộ tịch vào hệ thống dùng chung, thôn ";

    private final UnitId province;
    private final String prefix;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealBroker.shared().bootstrapServers(), "acks", "all", "linger.ms", "5"), new StringSerializer(), new ByteArraySerializer());

    /** @param prefix of all its ids */
    ReminderStorm(String prefix) {
        this.prefix = prefix;
        this.province = new UnitId(prefix + "-tinh");
    }

    static String mailbox(String prefix, int village) {
        return prefix + "-" + village + "@dondoc.example";
    }

    /** So many villages, each with a head that has a mailbox. */
    void organisation(int villages) {
        var units = new ArrayList<>(List.of(new UnitState(province, "Tỉnh Đo Đạc", List.of(), UnitKind.PROVINCE, null, null, province, false, true)));
        for (int commune = 0; commune <= (villages - 1) / VILLAGES_IN_A_COMMUNE; commune++) {
            var id = new UnitId(prefix + "-xa-" + commune);
            units.add(new UnitState(id, "Xã " + commune, List.of(), UnitKind.COMMUNE, province, id, province, false, true));
        }
        for (int village = 0; village < villages; village++) {
            units.add(new UnitState(village(village), "Thôn " + village, List.of(), UnitKind.VILLAGE, commune(village), commune(village), province, false, true));
        }
        units.forEach(unit -> state("unit/" + unit.id(), "unit", unit));
        for (int village = 0; village < villages; village++) {
            head(village);
        }
        producer.flush();
    }

    private void head(int village) {
        var id = new PositionId(prefix + "-p-" + village);
        state("position/" + id, "position", new PositionState(id, village(village), "Trưởng thôn", Role.VILLAGE_HEAD, null, mailbox(prefix, village)));
    }

    /** Every village is told of so many tasks that fall due. */
    void remind(int villages, int each, LocalDate lastDay, Instant at) {
        for (int number = 0; number < villages * each; number++) {
            var village = number % villages;
            event(new TaskEvent.TaskDueSoon(task("soon-" + number, village, lastDay, TimeClass.IN_TIME), 1), village, "soon-" + number, at);
        }
        producer.flush();
    }

    /** One village is told at once that a task is late. */
    void urge(int village, String id, LocalDate lastDay, Instant at) {
        event(new TaskEvent.TaskOverdue(task(id, village, lastDay, TimeClass.OVERDUE), lastDay.plusDays(1)), village, id, at);
        producer.flush();
    }

    private TaskState task(String id, int village, LocalDate lastDay, TimeClass time) {
        return new TaskState(
                new TaskId(prefix + "-" + id), new PlanId(prefix + "-plan"), province, commune(village), 1, "1", TITLE + village, List.of(village(village)), List.of(),
                null, null, lastDay, WorkState.NOT_STARTED, time, false, false, null, null);
    }

    private UnitId village(int number) {
        return new UnitId(prefix + "-thon-" + number);
    }

    private UnitId commune(int village) {
        return new UnitId(prefix + "-xa-" + village / VILLAGES_IN_A_COMMUNE);
    }

    private void event(DomainEvent event, int village, String id, Instant at) {
        send(Topic.TASK.topicName(), commune(village).value(), EventTypes.nameOf(event.getClass()), "assignments/" + prefix + "-" + id, at, EventJson.mapper().writeValueAsBytes(event));
    }

    private void state(String key, String type, Object state) {
        send(Topic.ORGANISATION.topicName(), key, type, key, Instant.EPOCH, EventJson.mapper().writeValueAsBytes(state));
    }

    private void send(String topic, String key, String type, String subject, Instant at, byte[] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of(EventHeaders.SPEC_VERSION, "1.0", EventHeaders.ID, Ids.derived(subject, type), EventHeaders.TYPE, type, EventHeaders.SOURCE, "/bench",
                        EventHeaders.SUBJECT, subject, EventHeaders.SEQUENCE, "1", EventHeaders.TIME, at.toString(), EventHeaders.CORRELATION, "bench")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
