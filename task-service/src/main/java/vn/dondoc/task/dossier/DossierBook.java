package vn.dondoc.task.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import vn.dondoc.task.sheet.TextWorkbook;
import vn.dondoc.task.sheet.TextWorkbook.Column;
import vn.dondoc.task.sheet.Words;

/** The file of a task as a workbook: the task, how its last day moved, its history, its files. */
final class DossierBook {

    private DossierBook() {}

    static void write(Dossier dossier, OutputStream out) throws IOException {
        var words = dossier.words();
        var asOf = List.of(words.say("dossier.asOf", words.day(dossier.asOf().day()), words.moment(dossier.madeAt())));
        try (var workbook = new TextWorkbook()) {
            var facts = workbook.sheet(words.say("dossier.facts"), words.say("dossier.title"), asOf,
                    List.of(new Column(words.say("dossier.what"), 30), new Column(words.say("dossier.value"), 100)));
            dossier.facts().forEach(fact -> facts.add(List.of(fact.name(), fact.value())));
            lines(workbook, words, "dossier.moves", asOf, dossier.moves());
            lines(workbook, words, "dossier.history", asOf, dossier.history());
            var files = workbook.sheet(words.say("dossier.files"), words.say("dossier.files"), asOf, Stream.concat(
                    columns(words).stream(), Stream.of(new Column("SHA-256", 70), new Column(words.say("dossier.size"), 16))).toList());
            dossier.pieces().forEach(piece -> files.add(List.of(
                    piece.line().at(), piece.file() == null ? piece.line().what() : piece.file().name(), piece.line().who(), piece.line().note(),
                    piece.attached().sha256(), Long.toString(piece.attached().size()))));
            workbook.writeTo(out);
        }
    }

    private static void lines(TextWorkbook workbook, Words words, String name, List<String> asOf, List<Dossier.Line> lines) {
        var rows = workbook.sheet(words.say(name), words.say(name), asOf, columns(words));
        lines.forEach(line -> rows.add(List.of(line.at(), line.what(), line.who(), line.note())));
    }

    private static List<Column> columns(Words words) {
        return List.of(new Column(words.say("dossier.at"), 20), new Column(words.say("dossier.what"), 40), new Column(words.say("dossier.who"), 40),
                new Column(words.say("dossier.note"), 70));
    }
}
