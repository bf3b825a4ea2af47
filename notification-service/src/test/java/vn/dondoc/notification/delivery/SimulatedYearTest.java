package vn.dondoc.notification.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.message.ChannelStatus;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year of reminders on a real database: two workers that die before they send and after the provider's answer, events that come again, late and after
 * newer ones, a mail server that is away for a day, a unit that is merged, three hundred matters on one day, a person in two positions, two heads with the
 * same title.
 */
class SimulatedYearTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 365;
    private static final String VACATED = "xa1.kinhte";
    private static final List<String> UNITS = List.of("xa1.kinhte", "xa1.congan", "xa1.thon1");

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void nothing_is_missed_doubled_early_or_stale(@ForAll("seeds") long seed) throws Exception {
        new Year(seed, 20).live();
    }

    @Tag("full")
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void nothing_is_missed_doubled_early_or_stale_in_several_years(@ForAll("seeds") long seed) throws Exception {
        new Year(seed, 25).live();
    }

    /** An event as it may come again at any time. */
    private record Told(String id, long sequence, TaskEvent event, List<PositionId> to) {}

    private static final class Task {
        final String id;
        final String unit;
        final LocalDate given;
        final LocalDate last;
        /** The day on which it is done, at ten o'clock; or at five past seven, while digests leave. */
        final LocalDate done;
        final boolean early;
        long sequence;
        boolean closed;

        Task(String id, String unit, LocalDate given, LocalDate last, LocalDate done, boolean early) {
            this.id = id;
            this.unit = unit;
            this.given = given;
            this.last = last;
            this.done = done;
            this.early = early;
        }
    }

    private static final class Year implements AutoCloseable {
        private final Random random;
        private final long seed;
        private final Wire mail = new Wire(Channel.EMAIL, this::now);
        private final Rig rig;
        private final Owed owed;
        private final List<Task> tasks = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        /** When it became known here that a task is done. */
        private final Map<String, Instant> knownDone = new HashMap<>();
        private final List<Told> late = new ArrayList<>();
        /** Of what the next above heard instead. */
        private final Set<String> wentUp = new HashSet<>();
        private final LocalDate outage;
        private final LocalDate merger;
        private final LocalDate crowd;
        /** Nobody holds a position of the unit for a week: they leave between the writing of that morning and its sending, and come back. */
        private final LocalDate vacancy;
        private final List<PositionState> left = new ArrayList<>();

        Year(long seed, int count) {
            this.seed = seed;
            random = new Random(seed);
            rig = new Rig("year", mail);
            owed = new Owed(rig.province, "kh");
            outage = FIRST.plusDays(40L + random.nextInt(100));
            merger = FIRST.plusDays(160L + random.nextInt(60));
            crowd = FIRST.plusDays(230L + random.nextInt(60));
            vacancy = FIRST.plusDays(20L + random.nextInt(200));
            for (int i = 0; i < count; i++) {
                tasks.add(task("t" + i, UNITS.get(random.nextInt(UNITS.size())), FIRST.plusDays(random.nextInt(DAYS - 60))));
            }
            for (int i = 0; i < 300; i++) {
                tasks.add(new Task("c" + i, "xa1.kinhte", crowd, crowd.plusDays(300), crowd.plusDays(3), false));
            }
            tasks.add(new Task("v0", VACATED, vacancy.minusDays(10), vacancy.plusDays(5), vacancy.plusDays(9), false));
            onePersonHoldsTwo();
        }

        private Task task(String id, String unit, LocalDate given) {
            var last = given.plusDays(3 + random.nextInt(30));
            return new Task(id, unit, given, last, last.plusDays(random.nextInt(20) - 10L).isBefore(given.plusDays(1)) ? given.plusDays(1) : last.plusDays(random.nextInt(20) - 10L),
                    random.nextBoolean());
        }

        private void onePersonHoldsTwo() {
            var twice = Set.of(position("xa1.kinhte", Role.OFFICER), position("xa1.congan", Role.UNIT_HEAD));
            rig.organisation.positions.replaceAll(position -> new PositionState(
                    position.id(), position.unit(), "Nguyễn Văn A", position.role(), twice.contains(position.id()) ? new PersonId("twice") : position.holder(),
                    position.mailbox()));
        }

        private PositionId position(String unit, Role role) {
            return rig.province.positionId(unit, role);
        }

        private Instant now() {
            return rig.clock.instant();
        }

        void live() throws Exception {
            try (var _ = this) {
                mail.dies = () -> random.nextInt(25) == 0;
                for (int i = 0; i < DAYS; i++) {
                    day(FIRST.plusDays(i));
                }
                mail.dies = () -> false;
                for (int i = 0; i < 10; i++) {
                    quietDay(FIRST.plusDays(DAYS + i));
                }
                judge();
            }
        }

        private void day(LocalDate day) throws Exception {
            mail.down = day.equals(outage);
            rig.at(day, 5, 0);
            var events = new ArrayList<>(late);
            late.clear();
            tasks.forEach(task -> events.addAll(boundaries(task, day)));
            Collections.shuffle(events, random);
            for (var event : events) {
                if (random.nextInt(6) == 0) {
                    late.add(event);
                } else {
                    arrives(event);
                }
            }
            if (!told.isEmpty() && random.nextInt(3) == 0) {
                arrives(told.get(random.nextInt(told.size())));
            }
            if (day.equals(merger)) {
                merge();
            }
            if (day.equals(vacancy)) {
                rig.organisation.positionsIn(rig.province.unit(VACATED)).forEach(left::add);
                rig.organisation.deserted(rig.province.unit(VACATED));
            } else if (day.equals(vacancy.plusDays(7))) {
                rig.organisation.positions.replaceAll(position -> left.stream().filter(before -> before.id().equals(position.id())).findFirst().orElse(position));
            }
            digests(day);
            rig.at(day, 10, 0);
            var waiting = new ArrayList<>(late);
            late.clear();
            waiting.forEach(this::arrives);
            done(day, false);
            send();
            if (random.nextInt(4) == 0 && !told.isEmpty()) {
                rig.at(day, 22, 0);
                arrives(told.get(random.nextInt(told.size())));
                send();
            }
        }

        private void quietDay(LocalDate day) throws Exception {
            mail.down = false;
            rig.at(day, 5, 0);
            var waiting = new ArrayList<>(late);
            late.clear();
            waiting.forEach(this::arrives);
            digests(day);
            send();
        }

        private void digests(LocalDate day) throws Exception {
            rig.at(day, 7, 0);
            rig.together(() -> {
                rig.digests.gather(day);
                return null;
            });
            done(day, true);
            send();
        }

        private void send() throws Exception {
            if (random.nextInt(10) == 0) {
                rig.somebodyDiesWithOne();
            }
            rig.work();
            rig.leasesEnd();
            if (random.nextInt(3) != 0) {
                rig.work();
                rig.leasesEnd();
            }
        }

        private void merge() {
            var from = rig.province.unit("xa1.thon1");
            var into = rig.province.unit("xa1.congan");
            rig.organisation.positions.add(new PositionState(
                    new PositionId("year-heir"), into, "Trưởng thôn", Role.VILLAGE_HEAD, new PersonId("heir"), "heir@year.example"));
            rig.organisation.merged(from, into);
        }

        private List<Told> boundaries(Task task, LocalDate day) {
            if (task.closed || day.isBefore(task.given)) {
                return List.of();
            }
            var made = new ArrayList<Told>();
            if (day.equals(task.given)) {
                made.add(told(task, "assigned", new TaskEvent.TaskAssigned(owed.task(task.id, task.last, task.unit))));
            }
            for (var left : List.of(7, 3, 1, 0)) {
                if (day.equals(task.last.minusDays(left)) && day.isAfter(task.given)) {
                    made.add(told(task, "due-" + left, new TaskEvent.TaskDueSoon(owed.task(task.id, task.last, task.unit), left)));
                }
            }
            if (day.equals(task.last.plusDays(1))) {
                made.add(told(task, "overdue", new TaskEvent.TaskOverdue(owed.overdue(task.id, task.last, task.unit), day)));
            }
            return made;
        }

        private Told told(Task task, String step, TaskEvent event) {
            var made = new Told(task.id + "-" + step, ++task.sequence, event, recipients(task.unit));
            told.add(made);
            return made;
        }

        private List<PositionId> recipients(String unit) {
            return rig.organisation.positionsIn(rig.organisation.heirOf(rig.province.unit(unit))).stream()
                    .filter(position -> position.role() == Role.UNIT_HEAD || position.role() == Role.OFFICER || position.role() == Role.VILLAGE_HEAD)
                    .filter(position -> !unit.equals("xa1.thon1") || position.role() == Role.VILLAGE_HEAD)
                    .map(PositionState::id).toList();
        }

        private void arrives(Told event) {
            for (int i = 0; i <= random.nextInt(2); i++) {
                rig.arrives(event.id(), event.sequence(), event.event(), event.to());
            }
        }

        private void done(LocalDate day, boolean early) {
            for (var task : tasks) {
                if (!task.closed && task.done.equals(day) && task.early == early) {
                    task.closed = true;
                    rig.arrives(task.id + "-done", ++task.sequence, new TaskEvent.TaskCompleted(owed.done(task.id, task.last, task.unit)), List.of());
                    knownDone.put(task.id, now());
                }
            }
        }

        private void judge() {
            var missed = new ArrayList<String>();
            var doubled = new ArrayList<String>();
            var early = new ArrayList<String>();
            var stale = new ArrayList<String>();
            var arrived = new LinkedHashMap<String, Set<String>>();
            var days = new HashMap<String, Set<String>>();
            var certain = new HashSet<String>();
            for (var sent : mail.sent) {
                var parcel = sent.parcel();
                var local = LocalDateTime.ofInstant(sent.at(), DomainClock.ZONE);
                if (local.toLocalTime().isBefore(LocalTime.of(6, 30)) || !local.toLocalTime().isBefore(LocalTime.of(21, 0))) {
                    early.add("at night: " + parcel);
                }
                if (parcel.digest() && !sent.doubtful()) {
                    days.computeIfAbsent(reader(parcel.to()) + " " + local.toLocalDate(), _ -> new HashSet<>()).add(parcel.id());
                }
                if (!sent.doubtful() && !certain.add(parcel.id())) {
                    doubled.add("sent twice: " + parcel);
                }
                for (var message : parcel.messages()) {
                    var parcels = arrived.computeIfAbsent(key(reader(parcel.to()), message), _ -> new HashSet<>());
                    if (!sent.doubtful()) {
                        parcels.add(parcel.id());
                    }
                    if (sent.at().isBefore(message.at())) {
                        early.add("before its time: " + parcel);
                    }
                    var done = knownDone.get(message.cause().obligation());
                    if (done != null && sent.at().isAfter(done)) {
                        stale.add(message.cause() + " in " + parcel);
                    }
                }
            }
            days.forEach((day, digests) -> {
                if (digests.size() > 1) {
                    doubled.add("two digests on one day: " + day);
                }
            });
            arrived.forEach((what, parcels) -> {
                if (parcels.size() > 1 && !what.contains(Urgency.CRITICAL.name())) {
                    doubled.add(what + " in " + parcels);
                }
            });
            var inInbox = new HashSet<String>();
            var messages = rig.notifications.list(new Query()).stream().map(found -> found.state()).toList();
            messages.stream().filter(message -> rig.province.unit(VACATED).equals(message.to().insteadOf())).forEach(message -> wentUp.add(String.valueOf(message.cause())));
            for (var message : messages) {
                if (!inInbox.add(message.to().position() + " " + message.cause())) {
                    doubled.add("in the inbox: " + message.cause());
                }
                if (isMissed(message, arrived)) {
                    missed.add(message.to().position() + " " + message.cause() + " " + message.sendings());
                }
            }
            System.out.printf("A simulated year (seed %d): %d messages, %d letters, %d of them doubtful; missed %d, doubled %d, early %d, stale %d%n",
                    seed, messages.size(), mail.sent.size(), mail.sent.stream().filter(Wire.Sent::doubtful).count(), missed.size(), doubled.size(), early.size(), stale.size());
            assertThat(missed).as("missed, seed " + seed).isEmpty();
            assertThat(doubled).as("doubled, seed " + seed).isEmpty();
            assertThat(early).as("early, seed " + seed).isEmpty();
            assertThat(stale).as("stale, seed " + seed).isEmpty();
            assertThat(mail.sent).hasSizeGreaterThan(20);
            assertThat(wentUp).as("of the week without holders, seed " + seed).isNotEmpty();
        }

        /** Neither sent to whoever reads for its position, nor pointless for a reason that is true. */
        private boolean isMissed(Notification message, Map<String, Set<String>> arrived) {
            if (message.inbox() == ChannelStatus.DROPPED) {
                return false;
            }
            var sending = message.on(Channel.EMAIL).orElseThrow();
            var id = message.cause().obligation();
            return switch (sending.status()) {
                case DELIVERED -> rig.organisation.position(message.to().position()).stream()
                        .noneMatch(position -> arrived.containsKey(key(reader(position), message)) || arrived.containsKey(key("heir", message)));
                case DROPPED -> switch (String.valueOf(sending.reason())) {
                    case "POSITION_VACANT" -> !wentUp.contains(String.valueOf(message.cause()));
                    case "CLOSED", "FULFILLED" -> !knownDone.containsKey(id);
                    case "OVERDUE_BY_NOW", "NEWER_REMINDER" -> !message.cause().type().equals("TaskDueSoon");
                    default -> true;
                };
                case QUEUED, FAILED -> true;
            };
        }

        private String reader(PositionState position) {
            return position.holder() == null ? String.valueOf(position.mailbox()) : position.holder().value();
        }

        private static String key(String reader, Notification message) {
            return String.join(" ", reader, message.urgency().name(), message.cause().obligation(), message.cause().step(), String.valueOf(message.cause().lastDay()));
        }

        @Override
        public void close() {
            rig.close();
        }
    }
}
