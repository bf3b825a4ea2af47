package vn.dondoc.platform.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;

/** Whether a disk fills: that of the database, those of the brokers, and the one that this service reads uploads on. */
final class DiskCheck implements SelfCheck {

    /** MongoDB and Kafka stop writing when a disk is full; a month of growth ought to be left. */
    private static final int WARNING = 80;

    private static final int CRITICAL = 92;

    private final MongoTemplate mongo;
    private final Map<String, Object> adminSettings;

    DiskCheck(MongoTemplate mongo, Map<String, Object> adminSettings) {
        this.mongo = mongo;
        this.adminSettings = Map.copyOf(adminSettings);
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var found = new ArrayList<Finding>();
        var store = mongo.getDb().runCommand(new Document("dbStats", 1));
        number(store, "fsUsedSize").flatMap(used -> number(store, "fsTotalSize").flatMap(total -> finding("MongoDB", total - used, total))).ifPresent(found::add);
        ofBrokers(found);
        var here = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")));
        finding(System.getProperty("java.io.tmpdir"), here.getUsableSpace(), here.getTotalSpace()).ifPresent(found::add);
        return found;
    }

    private void ofBrokers(List<Finding> found) throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = Admin.create(adminSettings)) {
            var nodes = admin.describeCluster().nodes().get(SelfChecks.SECONDS, TimeUnit.SECONDS).stream().map(Node::id).toList();
            admin.describeLogDirs(nodes).allDescriptions().get(SelfChecks.SECONDS, TimeUnit.SECONDS).forEach((node, folders) -> folders.values().forEach(folder -> {
                if (folder.totalBytes().isPresent() && folder.usableBytes().isPresent()) {
                    finding("Kafka " + node, folder.usableBytes().getAsLong(), folder.totalBytes().getAsLong()).ifPresent(found::add);
                }
            }));
        }
    }

    private static Optional<Long> number(Document answer, String field) {
        return Optional.ofNullable(answer.get(field, Number.class)).map(Number::longValue);
    }

    static Optional<Finding> finding(String whose, long free, long total) {
        var used = total <= 0 ? 0 : Math.clamp(Math.round(100.0 * (total - free) / total), 0, 100);
        if (used < WARNING) {
            return Optional.empty();
        }
        return Optional.of(new Finding("DISK_FILLS", used < CRITICAL ? Severity.WARNING : Severity.CRITICAL, 1, List.of(whose), (long) used));
    }
}
