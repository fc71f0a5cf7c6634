package org.histogrid.finding;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.histogrid.account.AccountId;
import org.histogrid.account.AccountService;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Thing;
import org.histogrid.sharing.Viewer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes on neurons. Whoever may see the dataset sees them; their author changes and deletes them.
@Service
@Transactional
public class FindingService {

    private static final int MOST_FOUND = 500;

    private final FindingRows rows;
    private final DatasetService datasets;
    private final AccountService accounts;
    private final Access access;
    private final Clock clock;

    FindingService(FindingRows rows, DatasetService datasets, AccountService accounts, Access access, Clock clock) {
        this.rows = rows;
        this.datasets = datasets;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /// Last changed first, at most 500; `text` is looked for in titles, texts and tags, and a number as a neuron.
    @Transactional(readOnly = true)
    public List<Finding> search(Viewer viewer, String text, Optional<FindingType> type) {
        viewer.member();
        var plain = text.strip().toLowerCase(Locale.ROOT);
        var visible = access.visible(viewer, Thing.Kind.DATASET).keySet();
        Set<FindingType> types =
                type.<Set<FindingType>>map(EnumSet::of).orElseGet(() -> EnumSet.allOf(FindingType.class));
        return describe(
                viewer,
                rows.search(
                        visible, types, "%" + plain.replaceAll("([!%_])", "!$1") + "%", plain, Limit.of(MOST_FOUND)));
    }

    /// Those of the given neurons, oldest first; neurons without any are missing.
    @Transactional(readOnly = true)
    public Map<NeuronRef, List<Finding>> of(Viewer viewer, Collection<NeuronRef> neurons) {
        viewer.member();
        var wanted = new HashSet<>(neurons);
        var visible = access.visible(
                        viewer,
                        wanted.stream().map(ref -> ref.dataset().asThing()).toList())
                .keySet();
        var found = rows
                .findAround(
                        visible,
                        wanted.stream().map(NeuronRef::neuron).distinct().toList())
                .stream()
                .filter(row -> wanted.contains(row.neuron()))
                .toList();
        return describe(viewer, found).stream().collect(Collectors.groupingBy(Finding::neuron));
    }

    /// Those on the neurons of one hook point, last changed first, at most 500.
    @Transactional(readOnly = true)
    public List<Finding> at(Viewer viewer, DatasetId dataset, int hookPoint) {
        viewer.member();
        access.requireSee(viewer, dataset.asThing());
        return describe(viewer, rows.findAt(dataset.value(), hookPoint, Limit.of(MOST_FOUND)));
    }

    @Transactional(readOnly = true)
    public Finding find(Viewer viewer, FindingId id) {
        return describe(viewer, List.of(visible(viewer, id))).getFirst();
    }

    public Finding add(Viewer viewer, NeuronRef neuron, FindingText text) {
        var member = viewer.member();
        var point = datasets.find(viewer, neuron.dataset()).requireHookPoint(neuron.hookPoint());
        if (!point.holds(neuron.neuron())) {
            throw new BadInput("Neuron %d is not recorded at %s, which holds %s."
                            .formatted(neuron.neuron(), point.inWords(), point.neuronsInWords()))
                    .forField("neuron");
        }
        var row = rows.saveAndFlush(new FindingRow(neuron, text, member, clock.instant()));
        return describe(viewer, List.of(row)).getFirst();
    }

    public Finding change(Viewer viewer, FindingId id, FindingText text) {
        var row = own(viewer, id);
        row.become(text, clock.instant());
        return describe(viewer, List.of(rows.saveAndFlush(row))).getFirst();
    }

    public void delete(Viewer viewer, FindingId id) {
        rows.delete(own(viewer, id));
    }

    private FindingRow own(Viewer viewer, FindingId id) {
        var row = visible(viewer, id);
        if (!row.author().equals(viewer.member().id())) {
            throw new Denied("Only its author can change this finding.");
        }
        return row;
    }

    private FindingRow visible(Viewer viewer, FindingId id) {
        viewer.member();
        return rows.findById(id.value())
                .filter(row -> access.maySee(viewer, row.neuron().dataset().asThing()))
                .orElseThrow(() -> new NotFound("This finding"));
    }

    private List<Finding> describe(Viewer viewer, List<FindingRow> found) {
        var known = datasets.findAll(
                viewer,
                found.stream().map(row -> row.neuron().dataset()).distinct().toList());
        var authors = accounts.names(found.stream().map(FindingRow::author).collect(Collectors.toSet()));
        return found.stream()
                .map(row -> describe(row, known, authors, viewer.member().id()))
                .toList();
    }

    private static Finding describe(
            FindingRow row, Map<DatasetId, DatasetDetails> known, Map<AccountId, String> authors, AccountId me) {
        var dataset = Optional.ofNullable(known.get(row.neuron().dataset()));
        var point = dataset.flatMap(one -> one.hookPoint(row.neuron().hookPoint()));
        return new Finding(
                row.id(),
                row.version(),
                row.neuron(),
                dataset.map(DatasetDetails::name).orElse(""),
                dataset.map(DatasetDetails::model).orElse(""),
                point.map(HookPoint::inWords).orElse(""),
                point.map(one -> NeuronAddress.path(
                                dataset.orElseThrow(), one, row.neuron().neuron()))
                        .orElse(""),
                row.text(),
                authors.getOrDefault(row.author(), "somebody"),
                row.createdAt(),
                row.changedAt(),
                row.author().equals(me));
    }
}
