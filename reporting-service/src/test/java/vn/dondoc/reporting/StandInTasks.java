package vn.dondoc.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import vn.dondoc.contracts.api.Operations.State;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.platform.consume.Received;

/** Says how tasks stand, as task-service would, in small pages. */
public final class StandInTasks {

    private static final int PAGE = 25;
    private static final Pattern AFTER = Pattern.compile("after=([^&]+)");

    private final ConcurrentSkipListMap<String, State> states = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Received> newest = new ConcurrentSkipListMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean away;

    StandInTasks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/operations/task-service/states/assignments", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void take(Received event) {
        var id = ((TaskEvent) event.event()).task().id().value();
        var data = EventJson.mapper().convertValue(event.event(), new TypeReference<Map<String, Object>>() {});
        var state = new State(
                "assignments/" + id, event.generation(), event.sequence(), event.at(), EventTypes.nameOf(event.event().getClass()), data);
        newest.merge(id, event, (before, now) -> now.sequence() > before.sequence() ? now : before);
        states.merge(id, state, (before, now) -> now.sequence() > before.sequence() ? now : before);
    }

    /** The newest event of each task. */
    public List<Received> newest() {
        return List.copyOf(newest.values());
    }

    public int size() {
        return states.size();
    }

    /** How often it was asked until now. */
    public int asked() {
        return asked.get();
    }

    public void isAway(boolean now) {
        away = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            if (away || token == null || !token.startsWith("Bearer ")) {
                exchange.sendResponseHeaders(away ? 503 : 401, -1);
                return;
            }
            var after = AFTER.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
            var left = after.find() ? states.tailMap(after.group(1), false) : states;
            List<State> items = left.values().stream().limit(PAGE).toList();
            var next = items.size() < PAGE ? null : items.getLast().subject().substring("assignments/".length());
            var body = EventJson.mapper().writeValueAsBytes(new Page<>(items, next, null));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
