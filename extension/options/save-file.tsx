import { useEffect, useState } from "preact/hooks";
import { t } from "../platform/translate.ts";

/** A link that saves a text as the file of an own list. It needs no permission: the page itself holds the text. */
export function SaveFile({ text }: { readonly text: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  if (url === undefined) return null;
  return (
    <p>
      <a class="own-export" href={url} download="rootwatch-own-list.json">
        {t("own_export")}
      </a>
    </p>
  );
}
