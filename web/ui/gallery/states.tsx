import IconPlus from "~icons/lucide/plus";
import IconUpload from "~icons/lucide/upload";
import IconInfo from "~icons/lucide/info";
import { For } from "solid-js";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { OfflineBanner } from "#web/ui/offline-banner.tsx";
import { SaveState, type SaveStatus } from "#web/ui/save-state.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { Row, Section } from "./section.tsx";

const STATUSES: SaveStatus[] = ["saved", "saving", "offline", "lost", "failed"];

export function States() {
  return (
    <>
      <Section title="EmptyState">
        <EmptyState
          title="Aucun client pour l’instant"
          body="Partez de votre tableur : on lit les colonnes, on montre ce qui va changer, et l’import s’annule d’un clic."
          actions={
            <>
              <Button kind="primary" icon={IconUpload}>
                Importer un CSV
              </Button>
              <Button icon={IconPlus} kbd="C">
                Client
              </Button>
            </>
          }
          hint="ou déposez un fichier ici · CSV, XLSX"
        />
      </Section>
      <Section title="ErrorState">
        <ErrorState
          body="Le serveur n’a pas répondu en 10 s. Vos modifications sont gardées sur cet appareil et partiront toutes seules."
          onRetry={() => undefined}
          actions={<Button>Ouvrir la copie de 08:57</Button>}
          requestId="req_01JD8V7QK3M9"
          at="2026-11-24T08:14:07.000Z"
        />
      </Section>
      <Section title="SaveState, banners">
        <Row>
          <For each={STATUSES}>{(status) => <SaveState status={status} count={3} />}</For>
          <SaveState status="offline" count={2} conflicts={1} onOpen={() => undefined} />
        </Row>
        <OfflineBanner
          offlineSeconds={250}
          dataAt="2026-11-24T08:10:00.000Z"
          pending={3}
          onSeePending={() => undefined}
        />
        <Banner tone="info" icon={IconInfo} title="Lecture seule.">
          Vous pouvez consulter ce chantier, pas le modifier.
        </Banner>
      </Section>
      <Section title="Skeleton">
        <SkeletonRows rows={6} />
      </Section>
    </>
  );
}
