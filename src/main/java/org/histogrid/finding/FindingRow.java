package org.histogrid.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.histogrid.account.AccountId;
import org.histogrid.account.Member;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.NeuronRef;

@Entity
@Table(name = "finding")
class FindingRow {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "dataset_id")
    private UUID datasetId = new UUID(0, 0);

    @Column(name = "hook_point")
    private int hookPoint;

    @Column(name = "neuron")
    private int neuron;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private FindingType type = FindingType.QUESTION;

    @Column(name = "tag")
    private String tag = "";

    @Column(name = "title")
    private String title = "";

    @Column(name = "body")
    private String body = "";

    @Column(name = "author_id")
    private UUID authorId = new UUID(0, 0);

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    protected FindingRow() {}

    FindingRow(NeuronRef neuron, FindingText text, Member author, Instant now) {
        this.datasetId = neuron.dataset().value();
        this.hookPoint = neuron.hookPoint();
        this.neuron = neuron.neuron();
        this.authorId = author.id().value();
        this.createdAt = now;
        become(text, now);
    }

    void become(FindingText text, Instant now) {
        type = text.type();
        tag = text.tag();
        title = text.title();
        body = text.body();
        changedAt = now;
    }

    FindingId id() {
        return new FindingId(id);
    }

    int version() {
        return version;
    }

    NeuronRef neuron() {
        return new NeuronRef(new DatasetId(datasetId), hookPoint, neuron);
    }

    AccountId author() {
        return new AccountId(authorId);
    }

    FindingText text() {
        return new FindingText(type, tag, title, body);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
