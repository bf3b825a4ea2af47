package vn.dondoc.reporting.model;

/** One generation of the read model: the first lives in {@code facts}, {@code cells} and {@code ledger}, later ones in collections with their number. */
public record Model(int number) {

    public static final Model FIRST = new Model(1);

    /** Collection of its facts. */
    public String facts() {
        return collection("facts");
    }

    /** Collection of its cells. */
    public String cells() {
        return collection("cells");
    }

    /** Collection of what changed in them by day. */
    public String ledger() {
        return collection("ledger");
    }

    private String collection(String name) {
        return number == FIRST.number ? name : name + "_" + number;
    }
}
