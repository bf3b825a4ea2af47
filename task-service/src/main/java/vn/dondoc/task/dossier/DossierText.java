package vn.dondoc.task.dossier;

import java.util.List;
import vn.dondoc.task.sheet.Words;

/** The file of a task as a plain text that any program shows. */
final class DossierText {

    private final StringBuilder text = new StringBuilder();
    private final Words words;

    private DossierText(Words words) {
        this.words = words;
    }

    static String of(Dossier dossier) {
        var written = new DossierText(dossier.words());
        written.all(dossier);
        return written.text.toString();
    }

    private void all(Dossier dossier) {
        line(words.say("dossier.title"));
        line(words.say("dossier.asOf", words.day(dossier.asOf().day()), words.moment(dossier.madeAt())));
        heading("dossier.facts");
        dossier.facts().forEach(fact -> line("- " + fact.name() + ": " + fact.value()));
        heading("dossier.moves");
        lines(dossier.moves());
        heading("dossier.history");
        lines(dossier.history());
        heading("dossier.files");
        if (dossier.pieces().isEmpty()) {
            line(words.say("dossier.noFiles"));
        }
        dossier.pieces().forEach(piece -> {
            line("- " + piece.line().note() + " (" + piece.line().at() + ", " + piece.line().who() + ")");
            line("  SHA-256: " + piece.attached().sha256());
        });
    }

    private void lines(List<Dossier.Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            var told = lines.get(at);
            line(at + 1 + ". " + told.at() + " – " + told.what() + " – " + told.who());
            if (!told.note().isEmpty()) {
                line("   " + told.note().replace("\n", "\n   "));
            }
        }
    }

    private void heading(String key) {
        line("");
        line("## " + words.say(key));
    }

    /** Lines end as every program of an office takes them. */
    private void line(String written) {
        text.append(written.replace("\r", "").replace("\n", "\r\n")).append("\r\n");
    }
}
