package sockshell.bench;

/** What one operation took in each language, measured directly one after the other. */
record Round(double c, Port.Measured port, double python) {
    double ratio() {
        return port.nanoseconds() / c;
    }

    double pythonRatio() {
        return python / c;
    }
}
