package vn.dondoc.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.EventJson;

/** A server in the place of the services: answers what a test told it to, and remembers what it was asked. */
public final class StandIn {

    /** What arrived. */
    public record Call(String method, String path, String query, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst()
                    .orElse("");
        }
    }

    public record Answer(int status, String type, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Function<Call, Answer>> routes = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private StandIn(HttpServer server) {
        this.server = server;
    }

    public static StandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var standIn = new StandIn(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", standIn::handle);
            server.start();
            return standIn;
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void forget() {
        routes.clear();
        calls.clear();
    }

    public void stop() {
        server.stop(0);
    }

    /** @param call method and path, such as {@code GET /api/tasks} */
    public StandIn on(String call, Object body) {
        return on(call, asked -> json(200, body));
    }

    public StandIn on(String call, Function<Call, Answer> answer) {
        routes.put(call, answer);
        return this;
    }

    public StandIn refusing(String call, int status, String code, String detail, Problem.FieldError... errors) {
        return on(call, asked -> problem(status, code, detail, errors));
    }

    public static Answer json(int status, Object body) {
        return new Answer(status, "application/json", EventJson.mapper().writeValueAsBytes(body));
    }

    public static Answer problem(int status, String code, String detail, Problem.FieldError... errors) {
        var problem = new Problem("about:blank", "Refused", status, detail, code, "correlation-1", List.of(errors));
        return new Answer(status, "application/problem+json", EventJson.mapper().writeValueAsBytes(problem));
    }

    public List<Call> calls() {
        return calls;
    }

    public Call last(String call) {
        return calls.stream().filter(one -> (one.method() + " " + one.path()).equals(call)).reduce((first, second) -> second).orElseThrow();
    }

    public boolean wasAsked(String call) {
        return calls.stream().anyMatch(one -> (one.method() + " " + one.path()).equals(call));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var uri = exchange.getRequestURI();
            var call = new Call(exchange.getRequestMethod(), uri.getPath(), uri.getRawQuery() == null ? "" : uri.getRawQuery(), Map.copyOf(exchange.getRequestHeaders()), body);
            calls.add(call);
            var route = routes.get(call.method() + " " + call.path());
            var answer = route == null ? problem(404, "NOT_FOUND", "Không tìm thấy.") : route.apply(call);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
