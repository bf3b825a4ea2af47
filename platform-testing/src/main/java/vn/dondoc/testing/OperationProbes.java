package vn.dondoc.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.testing.AccessProbe.Sent;

/** The calls of operators, which are the same in each service. */
public final class OperationProbes {

    private OperationProbes() {}

    public static Map<String, AccessProbe> of(MongoTemplate mongo, String service) {
        var base = "/api/operations/" + service;
        var letters = base + "/dead-letters";
        var probes = new HashMap<String, AccessProbe>();
        probes.put("GET " + letters, AccessProbe.of(letters));
        probes.put("GET " + letters + "/{id}", (_, _, _) -> Sent.to(letters + "/" + DeadLetterCalls.put(mongo, service)));
        probes.put("POST " + letters + "/{id}/replay", (_, _, _) -> Sent.to(letters + "/" + DeadLetterCalls.put(mongo, service) + "/replay"));
        probes.put("POST " + letters + "/{id}/discard", (_, _, _) -> Sent.to(letters + "/" + DeadLetterCalls.put(mongo, service) + "/discard"));
        probes.put("GET " + base + "/relay", AccessProbe.of(base + "/relay"));
        probes.put("GET " + base + "/checks", AccessProbe.of(base + "/checks"));
        probes.put("POST " + base + "/generation", AccessProbe.refusedOnly(base + "/generation"));
        probes.put("GET " + base + "/histories", AccessProbe.of(base + "/histories"));
        probes.put("GET " + base + "/verification", AccessProbe.of(base + "/verification"));
        probes.put("GET " + base + "/anchors", AccessProbe.of(base + "/anchors"));
        return probes;
    }
}
