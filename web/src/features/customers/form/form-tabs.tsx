import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import tabList from '../../../ui/tab-list.module.css'
import type { CustomerType } from '../customers.api.ts'
import { AdvancedTab } from './advanced-tab.tsx'
import { ContactTab } from './contact-tab.tsx'
import classes from './form.module.css'
import { GeneralTab } from './general-tab.tsx'
import { faultCounts, type Tab, tabs } from './places.ts'
import type { Editor } from './use-editor.ts'

export function FormTabs({ editor, type }: Readonly<{ editor: Editor; type: CustomerType }>) {
  const { t } = useTranslation()
  const { form, base, tab, setTab, photo, setPhoto } = editor
  const faults = faultCounts(Object.keys(form.errors), type, base === null)
  const panels: Readonly<Record<Tab, ReactNode>> = {
    general: (
      <GeneralTab
        ownId={base?.id ?? null}
        photoUrl={base?.photoUrl ?? null}
        photo={photo}
        onPhoto={setPhoto}
      />
    ),
    contact: <ContactTab consent={base?.consent ?? null} />,
    advanced: <AdvancedTab />,
  }
  return (
    <Tabs value={tab} onChange={(next) => setTab(next as Tab)} keepMounted={false}>
      <Tabs.List aria-label={t('customerForm.sections')} className={`${tabList.list} ${classes.tabs}`}>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name} rightSection={<FaultCount count={faults[name]} />}>
            {t(`customerForm.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        <Tabs.Panel key={name} value={name}>
          {panels[name]}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function FaultCount({ count }: Readonly<{ count: number }>) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span role="img" className={classes.faults} aria-label={t('customerForm.faults', { count })}>
      {count}
    </span>
  )
}
