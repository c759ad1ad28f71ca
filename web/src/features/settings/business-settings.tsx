import { Button, Group, MultiSelect, Radio, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, send } from '../../api/client.ts'
import { hasStatus } from '../../api/problem.ts'
import { sessionQuery, settingsQuery } from '../../api/queries.ts'
import { useCan } from '../../api/session.ts'
import type { Settings } from '../../api/types.ts'
import { FormError, focusFirst, showProblem } from '../../ui/form-error.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { LinkAnchor } from '../../ui/link.tsx'
import { notifyNotice, notifySuccess } from '../../ui/notify.tsx'
import { onFieldOf } from '../../ui/on-field-left.ts'
import { Panel } from '../../ui/page.tsx'
import { CountrySelect, CurrencySelect, LanguageSelect, TimeZoneSelect } from '../../ui/place-select.tsx'
import { ReadOnlyNote } from '../../ui/read-only-note.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useSaveShortcut } from '../../ui/use-save-shortcut.ts'
import { AtRiskFields, areAtRiskDays } from './at-risk-fields.tsx'
import { isWordMissing, OrganizationPanel, wordOf, wordsOf } from './organization-panel.tsx'
import { requiredOf, useRequirableFields } from './requirable-fields.ts'

/** The form keeps the version it began with, so that a change from elsewhere neither empties it nor is overwritten. */
export function BusinessSettings() {
  const { data } = useSuspenseQuery(settingsQuery)
  const [base, setBase] = useState(data)
  return <BusinessForm key={base.version} settings={base} newest={data} onBase={setBase} />
}

type FormProps = Readonly<{ settings: Settings; newest: Settings; onBase: (settings: Settings) => void }>

function BusinessForm({ settings, newest, onBase }: FormProps) {
  const { t } = useTranslation()
  const can = useCan()
  const mayWrite = can('settings.write')
  const hasReviews = settings.showReviews && can('orders.read')
  const { form, save, fault } = useSettingsForm(settings, onBase)
  const isUntouched = !form.isDirty()
  useEffect(() => {
    if (isUntouched && newest.version > settings.version) onBase(newest)
  }, [isUntouched, newest, settings.version, onBase])
  const requirable = useRequirableFields()
  const submit = form.onSubmit((values) => save.mutate(values), focusFirst(form))
  useSaveShortcut(() => {
    if (mayWrite && form.isDirty() && !save.isPending) submit()
  })
  return (
    <form noValidate onSubmit={submit} onBlur={onFieldOf(form)}>
      <LeaveGuard dirty={form.isDirty()} />
      {!mayWrite && <ReadOnlyNote>{t('settings.readOnly')}</ReadOnlyNote>}
      <fieldset disabled={!mayWrite} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Panel title={t('settings.business.title')}>
          <Stack gap="md">
            <TextInput
              label={t('settings.business.name')}
              autoComplete="organization"
              {...form.getInputProps('name')}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <CountrySelect
                label={t('settings.business.country')}
                description={t('settings.business.countryHint')}
                {...form.getInputProps('country')}
              />
              <LanguageSelect
                label={t('settings.business.language')}
                description={t('settings.business.languageHint')}
                {...form.getInputProps('locale')}
              />
              <CurrencySelect label={t('settings.business.currency')} {...form.getInputProps('currency')} />
              <TimeZoneSelect
                label={t('settings.business.timeZone')}
                known={settings.timeZone}
                {...form.getInputProps('timeZone')}
              />
            </SimpleGrid>
            <Radio.Group label={t('settings.business.nameOrder')} {...form.getInputProps('nameOrder')}>
              <Group mt={4}>
                <Radio value="last" label={t('settings.business.nameOrderLast')} />
                <Radio value="first" label={t('settings.business.nameOrderFirst')} />
              </Group>
            </Radio.Group>
          </Stack>
        </Panel>
        <OrganizationPanel form={form} />
        <Panel title={t('settings.business.atRisk')} description={t('settings.business.atRiskHint')}>
          <AtRiskFields form={form} />
        </Panel>
        <Panel title={t('settings.business.reviews')} description={t('settings.business.reviewsHint')}>
          <Switch
            label={t('settings.business.reviewsShow')}
            {...form.getInputProps('showReviews', { type: 'checkbox' })}
          />
          {hasReviews && (
            <LinkAnchor size="sm" to="/reviews" mt="sm" display="inline-block">
              {t('shell.nav.reviews')}
            </LinkAnchor>
          )}
        </Panel>
        <Panel title={t('settings.business.required')} description={t('settings.business.requiredHint')}>
          <Stack gap="md">
            <MultiSelect
              label={t('settings.business.requiredPersonal')}
              placeholder={
                form.values.requiredFields.personal.length === 0
                  ? t('settings.business.requiredPlaceholder')
                  : ''
              }
              data={requirable.personal}
              {...form.getInputProps('requiredFields.personal')}
            />
            <MultiSelect
              label={t('settings.business.requiredBusiness')}
              placeholder={
                form.values.requiredFields.business.length === 0
                  ? t('settings.business.requiredPlaceholder')
                  : ''
              }
              data={requirable.business}
              {...form.getInputProps('requiredFields.business')}
            />
          </Stack>
        </Panel>
      </fieldset>
      {mayWrite && (
        <SaveBar>
          {fault !== null && (
            <div style={{ flexBasis: '100%' }}>
              <FormError message={fault} />
            </div>
          )}
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('common.saveChanges')}
          </Button>
        </SaveBar>
      )}
    </form>
  )
}

function useSettingsForm({ version, ...settings }: Settings, onBase: FormProps['onBase']) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [fault, setFault] = useState<string | null>(null)
  const initialValues = {
    ...settings,
    requiredFields: requiredOf(settings),
    organizationWord: wordsOf(settings),
  }
  const missing = (own: string, other: string) =>
    isWordMissing(own, other) ? t('settings.organizations.bothOrNone') : null
  const form = useForm({
    initialValues,
    validate: {
      name: (value) => (value.trim() === '' ? t('auth.setup.businessMissing') : null),
      atRiskDays: (value) => (areAtRiskDays(value) ? null : t('settings.business.atRiskDaysRange')),
      organizationWord: {
        singular: (own, { organizationWord: { plural } }) => missing(own, plural),
        plural: (own, { organizationWord: { singular } }) => missing(own, singular),
      },
    },
  })
  const save = useMutation({
    mutationFn: (values: typeof initialValues) =>
      send(
        api.PATCH('/api/v1/settings', {
          ...ifMatch(version),
          body: { ...values, organizationWord: wordOf(values) },
        }),
      ),
    onMutate: () => setFault(null),
    onSuccess: async (saved) => {
      queryClient.setQueryData(settingsQuery.queryKey, saved)
      onBase(saved)
      // Name, currency, zone and set-up are part of the session too: whoever goes on at once finds what was saved.
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      notifySuccess(t('settings.business.saved'))
    },
    onError: async (error) => {
      if (!hasStatus(error, 412)) return setFault(showProblem(form, error, t))
      notifyNotice(t('settings.business.conflict'))
      onBase(await queryClient.fetchQuery({ ...settingsQuery, staleTime: 0 }))
    },
  })
  return { form, save, fault }
}
