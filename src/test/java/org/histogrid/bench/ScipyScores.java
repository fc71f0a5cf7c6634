package org.histogrid.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Scores by scikit-learn and scipy in a child process. It reads the data once from a temporary folder and then
/// times itself whenever asked, on one thread, as the loops do that people write with them.
final class ScipyScores implements AutoCloseable {

    /// What `roc_auc_score` says of one neuron after the other.
    static final String ROC = "roc";

    /// Ranks of many neurons at once, and U from them.
    static final String RANKS = "ranks";

    /// Everything that the card of a neuron has.
    static final String CARD = "card";

    private static final String SCRIPT = """
            import sys, time
            try:
                import numpy as np
                import scipy
                from scipy import stats
            except ImportError:
                sys.exit('python3 has no scipy')
            try:
                import sklearn
                from sklearn.metrics import roc_auc_score
            except ImportError:
                sklearn = None
            folder = sys.argv[1]
            y = np.fromfile(folder + '/classes', '<i1')
            X = np.fromfile(folder + '/values', '<f4').reshape(-1, len(y))
            first = y == 0

            def roc():
                label = first.astype(int)
                return [roc_auc_score(label, x) for x in X]

            def ranks():
                n1, n0 = first.sum(), (~first).sum()
                u = stats.mannwhitneyu(X[:, first], X[:, ~first], axis=1, method='asymptotic').statistic
                return u / (n1 * n0)

            def delong(a, b):
                m, n = len(a), len(b)
                r = stats.rankdata(np.concatenate([a, b]))
                v10 = (r[:m] - stats.rankdata(a)) / n
                v01 = 1 - (r[m:] - stats.rankdata(b)) / m
                return v10.mean(), v10.var(ddof=1) / m + v01.var(ddof=1) / n

            def youden(a, b):
                v = np.unique(np.concatenate([a, b]))
                t = np.concatenate([[v[0]], (v[:-1] + v[1:]) / 2, [np.nextafter(v[-1], np.inf)]])
                tpr = 1 - np.searchsorted(np.sort(a), t, 'left') / len(a)
                fpr = 1 - np.searchsorted(np.sort(b), t, 'left') / len(b)
                j = np.abs(tpr - fpr)
                k = int(np.argmax(j))
                return t[k], j[k]

            def summary(x):
                return (x.mean(), x.std(ddof=1), x.min(), x.max(), np.median(x), stats.skew(x), stats.kurtosis(x))

            def card():
                answer = []
                for x in X:
                    x = x.astype(np.float64)
                    a, b = x[first], x[~first]
                    n = len(x)
                    auroc, variance = delong(a, b)
                    u = stats.mannwhitneyu(a, b, alternative='two-sided', method='asymptotic')
                    sp = np.sqrt(((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / (n - 2))
                    rho = stats.spearmanr(x, first).correlation
                    t = stats.ttest_ind(a, b, equal_var=False).statistic
                    ks = stats.ks_2samp(a, b, method='asymp').statistic
                    w1 = stats.wasserstein_distance(a, b)
                    cut = youden(a, b)
                    bins = np.searchsorted(np.quantile(x, np.arange(1, 16) / 16), x, 'right')
                    T = np.array([np.bincount(bins[c], minlength=16) for c in (first, ~first)]) / n
                    E = T.sum(1, keepdims=True) @ T.sum(0, keepdims=True)
                    mi = (T[T > 0] * np.log2(T[T > 0] / E[T > 0])).sum()
                    e = np.linspace(x.min(), x.max(), 101)
                    overlap = np.minimum(np.histogram(a, e)[0] / len(a), np.histogram(b, e)[0] / len(b)).sum()
                    bimodality = (stats.skew(x, bias=False) ** 2 + 1) / (
                        stats.kurtosis(x, bias=False) + 3 * (n - 1) ** 2 / ((n - 2) * (n - 3)))
                    q = np.quantile(x, [.25, .5, .75])
                    size = np.abs(x)
                    summary(a), summary(b), np.median(size), size.max(), (x > 0).mean(), (x == 0).mean()
                    answer.append(auroc)
                return answer

            work = {'ranks': ranks, 'card': card}
            if sklearn:
                work['roc'] = roc
            print('scipy %s, %s' % (scipy.__version__, 'scikit-learn ' + sklearn.__version__ if sklearn
                                    else 'no scikit-learn'), flush=True)
            for line in sys.stdin:
                name = line.strip()
                if name.startswith('auroc '):
                    print(repr(float(work[name[6:]]()[-1])), flush=True)
                    continue
                start = time.process_time_ns()
                work[name]()
                print(time.process_time_ns() - start, flush=True)
            """;

    private final PythonPeer python;

    private ScipyScores(PythonPeer python) {
        this.python = python;
    }

    /// Empty, with a sentence on standard output, where python3 or scipy is missing.
    ///
    /// @param values little-endian fp32, one payload a neuron
    static Optional<ScipyScores> start(byte[][] values, byte[] classOf) throws IOException, InterruptedException {
        Map<String, PythonPeer.Content> files =
                Map.of("values", PythonPeer.all(values), "classes", out -> out.write(classOf));
        return PythonPeer.start("scipy", SCRIPT, files).map(ScipyScores::new);
    }

    boolean hasRoc() {
        return !python.version().contains("no scikit-learn");
    }

    /// The processor time that scoring all neurons takes, by python's own clock, in nanoseconds.
    long nanos(String name) throws IOException {
        return Long.parseLong(python.ask(name));
    }

    /// The AUROC of the last neuron.
    double auroc(String name) throws IOException {
        return Double.parseDouble(python.ask("auroc " + name));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        python.close();
    }
}
