import { lazily } from './lazy-import';

/* Not `import type`: the build would take the library into the first bundle, which the log-in page loads too. */
type Library = typeof import('tus-js-client');
type Sending = InstanceType<Library['Upload']>;

/** A file in the list of vaadin-upload, which shows what stands in these fields. */
interface ListedFile extends File {
  status?: string;
  error?: string | boolean;
}

/** The upload component, as far as it is used here. */
interface Host extends HTMLElement {
  files: ListedFile[];
  _createXhr(): unknown;
  $server: {
    /** The session's token against forged requests. */
    token(): Promise<string>;
    /** Takes a file that is all there; why not, or nothing. */
    take(id: string): Promise<string>;
  };
}

interface Answer {
  getStatus(): number;
  getBody(): string;
}

/** Bytes of one request: what a proxy that keeps requests back until they are whole may lose. */
const PIECE = 32 * 1024 * 1024;
/** Pauses before the next attempt, each twice the last, up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;
/** A connection over which nothing has gone for so long counts as broken. */
const STALLED = 30_000;
const WAITING = 'Waiting for the connection. It goes on by itself.';
const LOG_IN = 'This page is no longer logged in. Load it again, then choose the file again.';
const UNKNOWN = 'The server refused the file.';

const loadLibrary = lazily<Library>(() => import('tus-js-client'));

/** Addresses that this page sends to, so that the same file chosen twice is not sent to one of them twice. */
const underWay = new Set<string>();

/**
 * Stands in for the XMLHttpRequest of one file. The component keeps its list, its words and its buttons; the bytes go
 * in pieces, and a connection that breaks is taken up again for as long as it takes.
 */
class ResumableRequest {
  readonly upload: { onprogress?: (event: object) => void; onloadstart?: () => void } = {};
  onabort?: () => void;
  onreadystatechange?: () => void;
  readyState = 0;
  status = 0;
  reason = '';

  private readonly host: Host;
  private file?: ListedFile;
  private sending?: Sending;
  private url = '';
  private pause = FIRST_PAUSE;
  private timer = 0;
  /** What is done when the pause ends. */
  private waiting?: () => void;
  private over = false;
  private taking = false;

  constructor(host: Host) {
    this.host = host;
  }

  open() {}
  setRequestHeader() {}

  send(file: ListedFile) {
    this.file = file;
    window.addEventListener('online', this.goOn);
    this.upload.onloadstart?.();
    void this.begin(file);
  }

  abort() {
    this.end();
    if (!this.taking) {
      this.throwAway();
    }
    this.onabort?.();
  }

  private throwAway() {
    void this.sending?.abort(true).catch(() => {
      // The server throws it away after a week
    });
  }

  private async begin(file: ListedFile) {
    try {
      const tus = await loadLibrary();
      if (this.over) {
        return;
      }
      const sending = new tus.Upload(file, {
        endpoint: new URL('uploads', document.baseURI).href,
        chunkSize: PIECE,
        metadata: { filename: file.name },
        headers: { 'X-CSRF-TOKEN': await this.host.$server.token() },
        retryDelays: null,
        removeFingerprintOnSuccess: true,
        onUploadUrlAvailable: () => this.claim(),
        onProgress: (loaded, total) => this.show(loaded, total),
        onError: (failure) => this.fail((failure as { originalResponse?: Answer | null }).originalResponse),
        onSuccess: () => void this.take(),
      });
      const begun = await sending.findPreviousUploads();
      const left = begun.reverse().find((one) => one.uploadUrl && !underWay.has(one.uploadUrl));
      if (left) {
        sending.resumeFromPreviousUpload(left);
      }
      this.sending = sending;
      this.start();
    } catch {
      this.waitFor(() => void this.begin(file));
    }
  }

  private claim() {
    this.url = this.sending?.url ?? '';
    underWay.add(this.url);
  }

  private start() {
    if (!this.over) {
      this.watch();
      this.sending?.start();
    }
  }

  /** Loaded bytes of `total`; as long as bytes go, a pause is short again. */
  private show(loaded: number, total: number) {
    if (!this.over) {
      this.pause = FIRST_PAUSE;
      this.watch();
      this.upload.onprogress?.({ loaded, total });
    }
  }

  private watch() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.restart(), STALLED);
  }

  private restart() {
    void this.sending?.abort().then(() => this.start());
  }

  /** Not paused when the browser says that it is offline: the server may be on the same machine. */
  private readonly goOn = () => {
    if (!this.over && this.waiting) {
      clearTimeout(this.timer);
      this.pause = FIRST_PAUSE;
      this.waiting();
    }
  };

  private fail(answer?: Answer | null) {
    const status = answer?.getStatus() ?? 0;
    if (status === 401 || status === 403) {
      this.finish(status, LOG_IN);
    } else if (status >= 400 && status < 500 && ![404, 408, 409, 410, 423, 429].includes(status)) {
      this.finish(status, sentenceOf(answer));
    } else {
      this.waitFor(() => this.start());
    }
  }

  private waitFor(next: () => void) {
    if (this.over) {
      return;
    }
    this.say(WAITING);
    clearTimeout(this.timer);
    this.waiting = () => {
      this.waiting = undefined;
      next();
    };
    this.timer = window.setTimeout(this.waiting, this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  /** All bytes are there: the page takes the file, or says why it does not. */
  private async take() {
    if (this.over) {
      return;
    }
    this.taking = true;
    clearTimeout(this.timer);
    const id = this.sending?.url?.split('/').pop() ?? '';
    const reason = await this.host.$server.take(id).catch(() => UNKNOWN);
    if (reason) {
      this.throwAway();
    }
    if (this.over && !reason) {
      // Taken back too late: it has a card now, with a button of its own to remove it
      this.host.dispatchEvent(new CustomEvent('upload-success', { detail: { file: this.file, xhr: this } }));
    }
    this.finish(reason ? 422 : 200, reason);
  }

  private finish(status: number, reason: string) {
    if (!this.over) {
      this.end();
      this.reason = reason;
      this.status = status;
      this.readyState = 4;
      this.onreadystatechange?.();
    }
  }

  private end() {
    this.over = true;
    underWay.delete(this.url);
    clearTimeout(this.timer);
    window.removeEventListener('online', this.goOn);
  }

  private say(words: string) {
    if (this.file && !this.over) {
      this.file.status = words;
      this.host.files = [...this.host.files];
    }
  }
}

function sentenceOf(answer?: Answer | null) {
  try {
    return String(JSON.parse(answer?.getBody() ?? '').detail ?? UNKNOWN);
  } catch {
    return UNKNOWN;
  }
}

/** Makes an upload component send its files in pieces. What was refused keeps its line, what arrived leaves it. */
function sendInPieces(host: Host) {
  if (Object.hasOwn(host, '_createXhr')) {
    return;
  }
  host._createXhr = () => new ResumableRequest(host);
  host.addEventListener('upload-error', (event) => {
    const { file, xhr } = (event as CustomEvent<{ file: ListedFile; xhr: ResumableRequest }>).detail;
    file.error = xhr.reason || file.error;
  });
  host.addEventListener('upload-success', (event) => {
    const { file } = (event as CustomEvent<{ file: ListedFile }>).detail;
    setTimeout(() => {
      host.files = [...host.files].filter((listed) => listed !== file);
    });
  });
}

Object.assign(window, { histogridSendInPieces: sendInPieces });
