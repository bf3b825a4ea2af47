package vn.dondoc.notification.template;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.notification.channel.Wording;
import vn.dondoc.notification.message.Templates;

/** Every version of a template that something was sent by, with its words: what was sent can be shown after the words have become others. */
@Component
public class TemplateBook {

    static final String COLLECTION = "template_versions";

    private final Templates templates;
    private final MongoTemplate mongo;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    public TemplateBook(Templates templates, MongoTemplate mongo) {
        this.templates = templates;
        this.mongo = mongo;
    }

    /** The present version of that template; its words are kept from now on. */
    public String use(Wording wording) {
        var definition = wording.definition();
        var version = definition == null ? templates.version(wording.key()).orElse("") : Templates.versionOf(definition);
        if (!kept.contains(id(wording.key(), version))) {
            keep(wording, version);
        }
        return version;
    }

    private void keep(Wording wording, String version) {
        var definition = wording.definition();
        var present = definition != null
                ? Optional.of(new MessageTemplates.Template(wording.key(), new MessageTemplates.Words("", definition), new MessageTemplates.Words("", definition), version))
                : templates.find(wording.key());
        present.ifPresent(template -> collection().updateOne(Filters.eq("_id", id(wording.key(), version)), new Document("$setOnInsert", new Document("key", wording.key())
                .append("version", version).append("vi", stored(template.vi())).append("en", stored(template.en()))), new UpdateOptions().upsert(true)));
        kept.add(id(wording.key(), version));
    }

    /** The words of that version; nothing where nothing was sent by it. */
    public Optional<MessageTemplates.Template> find(String key, String version) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", id(key, version))).first()).map(found -> new MessageTemplates.Template(
                key, words(found.get("vi", Document.class)), words(found.get("en", Document.class)), version));
    }

    /** Whether its words are the ones of today. */
    public boolean isPresent(String key, String version) {
        return templates.version(key).filter(version::equals).isPresent();
    }

    private static String id(String key, String version) {
        return key + "@" + version;
    }

    private static Document stored(MessageTemplates.Words words) {
        return new Document("subject", words.subject()).append("text", words.text());
    }

    private static MessageTemplates.Words words(Document stored) {
        return new MessageTemplates.Words(stored.getString("subject"), stored.getString("text"));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
