package vn.dondoc.testing.sample;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.ResolvableType;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Archivist;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sample service as tests use it: its commands, its relay, its interface, and what it put into the topics. */
final class SampleService implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final UnitId COMMUNE = new UnitId("xa-thu");

    private static final String OPERATIONS = "/api/operations/sample-service/";

    final Aggregates<Job> jobs;
    final Aggregates<Place> places;
    final MongoTemplate mongo;
    final SampleApplication.Heard heard;
    final Archivist archivist;
    final RestTestClient http;
    /** The relay's thread: stopped and started without the service. */
    final SmartLifecycle relay;
    final TestTopics topics;
    final ApplicationContext context;

    private SampleService(ApplicationContext context, String bootstrap) {
        this.context = context;
        jobs = aggregates(Job.class);
        places = aggregates(Place.class);
        mongo = context.getBean(MongoTemplate.class);
        heard = context.getBean(SampleApplication.Heard.class);
        archivist = context.getBean(Archivist.class);
        relay = context.getBean("relayRunner", SmartLifecycle.class);
        topics = new TestTopics(bootstrap);
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")).build();
    }

    @SuppressWarnings("unchecked")
    private <S> Aggregates<S> aggregates(Class<S> state) {
        return (Aggregates<S>) context.getBeanProvider(ResolvableType.forClassWithGenerics(Aggregates.class, state)).getObject();
    }

    /** The one of the shared parts that a test's context is. */
    static SampleService of(ApplicationContext context) {
        return new SampleService(context, RealBroker.shared().bootstrapServers());
    }

    /** The one of that context, whose topics are read there. */
    static SampleService of(ApplicationContext context, String bootstrap) {
        return new SampleService(context, bootstrap);
    }

    /** An instance of its own. */
    static SampleService start(RealMongo mongo, RealBroker broker, String database) {
        return start(mongo, broker, database, _ -> { });
    }

    /** An instance of its own whose relay does not run until it is told to. */
    static SampleService startWithoutRelay(RealMongo mongo, RealBroker broker, String database) {
        return start(mongo, broker, database, context -> context.getBeanFactory().addBeanPostProcessor(new WithoutRelay()));
    }

    private static SampleService start(
            RealMongo mongo, RealBroker broker, String database, ApplicationContextInitializer<ConfigurableApplicationContext> prepared) {
        var settings = new Properties();
        settings.putAll(RealPartsInitializer.environment());
        settings.put("MONGODB_URI", mongo.uri());
        settings.put("MONGODB_DATABASE", database);
        settings.put("dondoc.event-source", "/" + database);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.profiles.active", "local");
        var arguments = settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new);
        return new SampleService(new SpringApplicationBuilder(SampleApplication.class).initializers(prepared).run(arguments), broker.bootstrapServers());
    }

    String started(String title) {
        var id = UUID.randomUUID().toString().replace("-", "");
        jobs.create(id, act(null, null), () -> Job.start(id, COMMUNE, title)).orProblem();
        return id;
    }

    /** Two entries, one of which is an event. */
    void step(String id) {
        jobs.change(id, act(null, null), Job::step).orProblem();
    }

    /** A step of each in one round trip. */
    void stepAll(List<String> ids) {
        var read = ids.stream().map(id -> jobs.find(id).orElseThrow()).toList();
        assertThat(jobs.changeAll(read, act(null, null), Job::step)).isEqualTo(ids.size());
    }

    List<String> startedAll(int count) {
        var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID().toString().replace("-", "")).toList();
        jobs.createAll(act(null, null), ids.stream().map(id -> new Aggregates.New<>(
                id, (vn.dondoc.platform.history.Decision.Accepted<Job>) Job.start(id, COMMUNE, "Nhiều việc"))).toList());
        return ids;
    }

    static Act act(@Nullable String key, @Nullable String hash) {
        return new Act(Actor.system("test"), Instant.parse("2026-02-01T00:00:00Z"), "corr-1", key, hash);
    }

    /** What the topic holds of a job, once it holds that many different events of it. */
    List<TestTopics.Seen> awaitEvents(String id, int count) {
        return awaitEvents(id, count, LIMIT);
    }

    List<TestTopics.Seen> awaitEvents(String id, int count, Duration limit) {
        var found = new ArrayList<TestTopics.Seen>();
        await().atMost(limit).untilAsserted(() -> {
            found.clear();
            found.addAll(events(id));
            assertThat(firstOccurrences(found)).hasSizeGreaterThanOrEqualTo(count);
        });
        return found;
    }

    List<TestTopics.Seen> events(String id) {
        return topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("jobs/" + id));
    }

    /** The sequences of the entries of a job that leave the service, as its history has them. */
    List<Long> sent(String id) {
        return jobs.history(id).stream().filter(told -> !told.entry().type().equals("Noted")).map(told -> told.entry().sequence()).toList();
    }

    static List<Long> firstOccurrences(List<TestTopics.Seen> seen) {
        return seen.stream().map(TestTopics.Seen::sequence).distinct().toList();
    }

    Document checkpoint() {
        return Objects.requireNonNull(mongo.getCollection("relay").find().first());
    }

    double metric(String name) {
        return context.getBean(io.micrometer.core.instrument.MeterRegistry.class).get(name).meter().measure().iterator().next().getValue();
    }

    RestTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    RestTestClient.ResponseSpec post(String path, String token) {
        return http.post().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    Operations.Relay relayAsTold(String admin) {
        return Objects.requireNonNull(get(OPERATIONS + "relay", admin).expectStatus().isOk().expectBody(Operations.Relay.class)
                .returnResult().getResponseBody());
    }

    Operations.Generation openGeneration(String admin, String key) {
        return Objects.requireNonNull(http.post().uri(OPERATIONS + "generation").header("Authorization", "Bearer " + admin)
                .header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON).exchange()
                .expectStatus().isOk().expectBody(Operations.Generation.class).returnResult().getResponseBody());
    }

    void awaitReady() {
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
    }

    void awaitState(String admin, String... states) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(relayAsTold(admin).state()).isIn(Arrays.asList(states)));
    }

    /** The relay as it is, but for starting by itself. */
    private static final class WithoutRelay implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!name.equals("relayRunner")) {
                return bean;
            }
            return Proxy.newProxyInstance(
                    SampleService.class.getClassLoader(), new Class<?>[] {SmartLifecycle.class, HealthIndicator.class},
                    (_, method, arguments) -> method.getName().equals("isAutoStartup") ? false : method.invoke(bean, arguments));
        }
    }

    @Override
    public void close() {
        topics.close();
        ((ConfigurableApplicationContext) context).close();
    }
}
