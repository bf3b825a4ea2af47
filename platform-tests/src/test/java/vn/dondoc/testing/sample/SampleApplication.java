package vn.dondoc.testing.sample;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.CallingService;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.consume.EventConsumers;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Window;

/** The smallest service the platform can carry: jobs that count, and a consumer that remembers. */
@SpringBootApplication
public class SampleApplication {

    @Bean
    AggregateType<Job> jobType() {
        return new AggregateType<>("jobs", Job.class);
    }

    @Bean
    Aggregates<Job> jobs(AggregateFactory factory, AggregateType<Job> jobType) {
        return factory.of(jobType);
    }

    @Bean
    AggregateType<Place> placeType() {
        return new AggregateType<>("places", Place.class);
    }

    @Bean
    Aggregates<Place> places(AggregateFactory factory, AggregateType<Place> placeType) {
        return factory.of(placeType);
    }

    @Bean
    AggregateType<Alarm> alarmType() {
        return new AggregateType<>("alarms", Alarm.class);
    }

    @Bean
    Aggregates<Alarm> alarms(AggregateFactory factory, AggregateType<Alarm> alarmType) {
        return factory.of(alarmType);
    }

    @Bean
    CollectionSetup alarmCollection() {
        return CollectionSetup.of("alarms", new IndexModel(Indexes.ascending(Sweep.BOUNDARY),
                new IndexOptions().partialFilterExpression(Filters.exists(Sweep.BOUNDARY))));
    }

    @Bean
    Sweep<Alarm> alarmSweep(Aggregates<Alarm> alarms, DomainClock clock, StoreReadiness store, MeterRegistry registry) {
        return new Sweep<>("alarms", alarms, Alarm::ring, clock, store, registry);
    }

    @Bean
    CollectionSetup placeCollection() {
        return CollectionSetup.of("places");
    }

    @Bean
    CollectionSetup jobCollection() {
        return CollectionSetup.of("jobs");
    }

    @Bean
    Steps steps(Aggregates<Job> jobs) {
        return new Steps(jobs);
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    Consumer<Message<List<Object>>> taskEvents(EventConsumers consumers, Heard heard) {
        return consumers.each("taskEvents", heard::hear);
    }

    /** What the consumer was handed; a title can ask it to fail. */
    public static final class Heard {

        public final ConcurrentLinkedQueue<Received> events = new ConcurrentLinkedQueue<>();
        public volatile int failuresLeft;
        public volatile boolean mended;

        void hear(Received received) {
            var title = ((TaskEvent) received.event()).task().title();
            if (title.startsWith("breaks") && !mended) {
                throw new BrokenEventException("It breaks a rule");
            }
            if (title.startsWith("fails") && failuresLeft > 0) {
                failuresLeft--;
                throw new IllegalStateException("The database is away");
            }
            events.add(received);
        }
    }

    /** A step of each job; some parts can be made to fail, as with a database that is away. */
    public static final class Steps implements ProcessKind {

        public static final String NAME = "job-steps";
        public final Set<String> failing = ConcurrentHashMap.newKeySet();
        private final Aggregates<Job> jobs;

        Steps(Aggregates<Job> jobs) {
            this.jobs = jobs;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Outcome<Job> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
            if (failing.contains(part)) {
                throw new IllegalStateException("The database is away");
            }
            return jobs.change(part, act, job -> words == null ? job.step() : Decision.refuse(409, "SAMPLE_DONE"));
        }
    }

    @RestController
    static class JobController {

        private final Aggregates<Job> jobs;

        JobController(Aggregates<Job> jobs) {
            this.jobs = jobs;
        }

        @Allowed(Role.COMMUNE_STANDING)
        @PostMapping("/api/jobs")
        Job start(@RequestBody Map<String, String> body, Call call) {
            var commune = call.caller().ownCommunes().iterator().next();
            var id = call.newId("job");
            return jobs.create(id, call.act(body, List.of(), commune), () -> Job.start(id, commune, body.getOrDefault("title", "")))
                    .orProblem().state();
        }

        @Allowed(Role.COMMUNE_STANDING)
        @PostMapping("/api/jobs/{id}/steps")
        Job step(@PathVariable String id, Call call) {
            var commune = call.caller().ownCommunes().iterator().next();
            return jobs.change(id, call.act(null, List.of(), commune), call.expected(), new org.springframework.data.mongodb.core.query.Criteria[] {
                call.caller().branch().within()
            }, Job::step).orProblem().state();
        }

        @Allowed
        @GetMapping("/api/jobs/{id}")
        Job read(@PathVariable String id, Caller caller) {
            return jobs.find(id, caller.branch().within()).orElseThrow(ProblemException::notFound).state();
        }

        @Allowed
        @GetMapping("/api/jobs")
        Window list(Window window) {
            return window;
        }

        @Allowed(services = "notification")
        @GetMapping("/api/services/only")
        String servicesOnly(CallingService service) {
            return service.name();
        }

        @Allowed(value = Role.PROVINCE_ADMINISTRATOR, services = "plan")
        @GetMapping("/api/services/also")
        String servicesAlso() {
            return "told";
        }

        @Allowed(anybody = true)
        @GetMapping("/api/services/anybody")
        String anybody() {
            return "told";
        }

        @GetMapping("/api/unruled")
        String unruled() {
            return "never";
        }
    }
}
